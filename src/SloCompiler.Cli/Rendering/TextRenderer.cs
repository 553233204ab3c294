using System.Globalization;
using SloCompiler.Cli.Terminals;
using SloCompiler.Input;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Findings for people: place, message, the source with the span underlined, why, help.</summary>
/// <param name="hasColor">Whether colours may be used.</param>
/// <param name="least">The least severity that is shown.</param>
public sealed class TextRenderer(bool hasColor, Severity least = Severity.Warning) : IDiagnosticRenderer
{
    private readonly Ansi _ansi = new(hasColor);

    /// <inheritdoc />
    public void Write(TextWriter writer, CompilationResult result)
    {
        foreach (var diagnostic in result.Diagnostics.Where(d => d.Severity >= least))
        {
            WriteOne(writer, diagnostic, result.Project);
        }
    }

    private void WriteOne(TextWriter writer, Diagnostic diagnostic, ProjectLocation project)
    {
        var kind = $"{Word(diagnostic.Severity)}[{diagnostic.Descriptor.Code} {diagnostic.Descriptor.Name}]";
        var place = _ansi.Bold(Place(diagnostic.Span, project));
        writer.Write($"{place}: {Paint(diagnostic.Severity, kind)}: {DisplayText.Sentence(diagnostic.Message)}\n");
        new SourceExcerpt(_ansi).Write(writer, diagnostic.Span);
        writer.Write($"  {_ansi.Faint("why:")} {DisplayText.Sentence(diagnostic.Why)}\n");
        writer.Write($"  {_ansi.Faint("help:")} {DisplayText.Sentence(diagnostic.Help)}\n");
        foreach (var related in diagnostic.Related)
        {
            writer.Write($"  {_ansi.Faint("see:")} {Place(related.Span, project)}: {DisplayText.Sentence(related.Message)}\n");
        }

        if (diagnostic.Fix is { } fix)
        {
            writer.Write($"  {_ansi.Faint("fix:")} {DisplayText.Sentence(fix.Title)}\n");
        }

        writer.Write("\n");
    }

    private static string Place(SourceSpan span, ProjectLocation project)
    {
        var (line, column) = span.Start;
        return string.Create(CultureInfo.InvariantCulture, $"{DisplayText.OneLine(project.ToDisplay(span.Source.Path))}:{line}:{column}");
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    private string Paint(Severity severity, string text) => severity switch
    {
        Severity.Error => _ansi.Red(text),
        Severity.Warning => _ansi.Yellow(text),
        Severity.Info => _ansi.Cyan(text),
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
