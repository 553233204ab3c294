using System.Collections.Immutable;
using System.Text.Json;
using SloCompiler.Diagnostics;
using SloCompiler.Input;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Findings for programs. The shape is a promise: version 1 keeps its keys. The summary counts findings that are not written, too.</summary>
/// <param name="least">The least severity that is written.</param>
public sealed class JsonRenderer(Severity least) : IDiagnosticRenderer
{
    /// <inheritdoc />
    public void Write(TextWriter writer, CompilationResult result) => JsonOutput.Write(writer, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in result.Diagnostics.Where(d => d.Severity >= least))
        {
            WriteDiagnostic(json, diagnostic, result.Project);
        }

        json.WriteEndArray();
        WriteSummary(json, result);
        if (result.Online is { } online)
        {
            OnlineJson.Write(json, online);
        }

        json.WriteEndObject();
    });

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic, ProjectLocation project)
    {
        json.WriteStartObject();
        json.WriteString("path", project.ToDisplay(diagnostic.Span.Source.Path));
        WriteRange(json, diagnostic.Span);
        json.WriteString("code", diagnostic.Descriptor.Code);
        json.WriteString("name", diagnostic.Descriptor.Name);
        json.WriteString("severity", SeverityText.Of(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        json.WriteString("why", diagnostic.Why);
        json.WriteString("help", diagnostic.Help);
        json.WriteString("url", RulePages.PathOf(diagnostic.Descriptor));
        WriteRelated(json, diagnostic.Related, project);
        WriteFix(json, diagnostic.Fix);
        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, ImmutableArray<RelatedLocation> related, ProjectLocation project)
    {
        json.WriteStartArray("related");
        foreach (var location in related)
        {
            json.WriteStartObject();
            json.WriteString("path", project.ToDisplay(location.Span.Source.Path));
            json.WriteNumber("line", location.Span.Start.Line);
            json.WriteNumber("column", location.Span.Start.Column);
            json.WriteString("message", location.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFix(Utf8JsonWriter json, Fix? fix)
    {
        if (fix is null)
        {
            json.WriteNull("fix");
            return;
        }

        json.WriteStartObject("fix");
        json.WriteString("title", fix.Title);
        json.WriteString("safety", fix.Safety.ToString().ToLowerInvariant());
        json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            WriteRange(json, edit.Span);
            json.WriteString("text", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteNumber("line", span.Start.Line);
        json.WriteNumber("column", span.Start.Column);
        json.WriteNumber("endLine", span.End.Line);
        json.WriteNumber("endColumn", span.End.Column);
    }

    private static void WriteSummary(Utf8JsonWriter json, CompilationResult result)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("files", result.Summary.SpecFiles + result.Summary.RuleFiles + result.Summary.Dashboards);
        json.WriteNumber("rules", result.Summary.RecordingRules + result.Summary.Alerts + result.Summary.RulesRead);
        json.WriteNumber("errors", result.Diagnostics.Count(d => d.Severity == Severity.Error));
        json.WriteNumber("warnings", result.Diagnostics.Count(d => d.Severity == Severity.Warning));
        json.WriteNumber("infos", result.Diagnostics.Count(d => d.Severity == Severity.Info));
        json.WriteEndObject();
    }
}
