using System.Collections.Immutable;
using System.Text.Json;
using SloCompiler.Diagnostics;
using SloCompiler.Input;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Findings as SARIF 2.1.0, with what is known of each rule that reported.</summary>
/// <param name="least">The least severity that is written.</param>
public sealed class SarifRenderer(Severity least) : IDiagnosticRenderer
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <inheritdoc />
    public void Write(TextWriter writer, CompilationResult result) => JsonOutput.Write(writer, json =>
    {
        ImmutableArray<Diagnostic> findings = [.. result.Diagnostics.Where(d => d.Severity >= least)];
        ImmutableArray<DiagnosticDescriptor> rules = [.. findings.Select(f => f.Descriptor).Distinct().OrderBy(d => d.Code, StringComparer.Ordinal)];
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", !findings.Any(f => f.Descriptor == ProjectDiagnostics.InternalError));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("results");
        var fingerprints = new Fingerprints(result);
        foreach (var finding in findings)
        {
            WriteResult(json, finding, rules.IndexOf(finding.Descriptor), fingerprints.Of(finding), result.Project);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<DiagnosticDescriptor> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "slo");
        json.WriteString("version", ProductVersion.Text);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            json.WriteString("name", rule.Name);
            WriteText(json, "shortDescription", rule.Summary);
            WriteText(json, "fullDescription", rule.Why);
            json.WriteStartObject("help");
            json.WriteString("text", rule.Help);
            json.WriteString("markdown", RulePages.Page(rule));
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding, int rule, string fingerprint, ProjectLocation project)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Descriptor.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", $"{finding.Message} {finding.Help}");
        json.WriteStartArray("locations");
        WriteLocation(json, finding.Span, null, project);
        json.WriteEndArray();
        if (!finding.Related.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var related in finding.Related.Distinct())
            {
                WriteLocation(json, related.Span, related.Message, project);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString("sloFinding/v1", fingerprint);
        json.WriteEndObject();
        if (finding.Fix is { } fix)
        {
            WriteFix(json, fix, project);
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceSpan span, string? message, ProjectLocation project)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, span, project);
        WriteRegion(json, "region", span);
        json.WriteEndObject();
        if (message is not null)
        {
            WriteText(json, "message", message);
        }

        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, Fix fix, ProjectLocation project)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        WriteText(json, "description", fix.Title);
        json.WriteStartArray("artifactChanges");
        foreach (var file in fix.Edits.GroupBy(e => e.Span.Source.Path, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            WriteArtifact(json, file.First().Span, project);
            json.WriteStartArray("replacements");
            foreach (var edit in file)
            {
                json.WriteStartObject();
                WriteRegion(json, "deletedRegion", edit.Span);
                WriteText(json, "insertedContent", edit.NewText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteArtifact(Utf8JsonWriter json, SourceSpan span, ProjectLocation project)
    {
        var path = project.ToDisplay(span.Source.Path);
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", path.StartsWith('/') ? new Uri(path).AbsoluteUri : string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, SourceSpan span)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", span.Start.Line);
        json.WriteNumber("startColumn", span.Start.Column);
        json.WriteNumber("endLine", span.End.Line);
        json.WriteNumber("endColumn", span.End.Column);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity == Severity.Info ? "note" : SeverityText.Of(severity);
}
