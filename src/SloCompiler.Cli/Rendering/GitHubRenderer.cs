using System.Globalization;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Findings as workflow commands, which GitHub shows at the lines of a pull request.</summary>
/// <param name="least">The least severity that is written.</param>
public sealed class GitHubRenderer(Severity least) : IDiagnosticRenderer
{
    /// <inheritdoc />
    public void Write(TextWriter writer, CompilationResult result)
    {
        foreach (var finding in result.Diagnostics.Where(d => d.Severity >= least))
        {
            var (start, end) = (finding.Span.Start, finding.Span.End);
            var place = string.Create(CultureInfo.InvariantCulture, $"line={start.Line},endLine={end.Line}");
            // Columns are refused for a range of several lines.
            var columns = start.Line == end.Line ? string.Create(CultureInfo.InvariantCulture, $",col={start.Column},endColumn={end.Column}") : "";
            var file = Property(result.Project.ToDisplay(finding.Span.Source.Path));
            var title = Property($"{finding.Descriptor.Code} {finding.Descriptor.Name}");
            writer.Write($"::{Command(finding.Severity)} file={file},{place}{columns},title={title}::{Data($"{finding.Message}\n{finding.Help}")}\n");
        }
    }

    private static string Command(Severity severity) => severity == Severity.Info ? "notice" : SeverityText.Of(severity);

    // Logs are shown on terminals as well: line breaks stay, as codes, and other control characters are shown as signs.
    private static string Data(string text)
        => string.Join("%0A", text.Split('\n').Select(line => DisplayText.OneLine(line).Replace("%", "%25", StringComparison.Ordinal)));

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
