using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Cli.Terminals;
using SloCompiler.Importing;

namespace SloCompiler.Cli.Rendering;

/// <summary>Shows people what an import gave: specs or their paths on standard output, findings and the report on standard error.</summary>
/// <param name="terminal">Where to.</param>
internal sealed class ImportReport(ITerminal terminal)
{
    private readonly Ansi _ansi = new(terminal.HasErrorColor);

    /// <summary>Writes all of it.</summary>
    /// <param name="result">What the import gave.</param>
    /// <param name="written">Paths of the files that were written.</param>
    /// <param name="withText">Whether the specs themselves are shown.</param>
    public void Write(ImportResult result, ImmutableArray<string> written, bool withText)
    {
        var summary = new CompilationSummary(0, 0, 0, 0, 0, TimeSpan.Zero);
        var findings = new CompilationResult { Project = result.Project, Diagnostics = result.Diagnostics, Summary = summary };
        new TextRenderer(terminal.HasErrorColor).Write(terminal.Error, findings);
        if (result.HasErrors)
        {
            return;
        }

        if (withText)
        {
            terminal.Out.Write(string.Join("---\n", result.Specs.Select(s => s.Text)));
        }
        else
        {
            terminal.Report.Write(string.Concat(written.Select(path => $"{DisplayText.OneLine(path)}\n")));
        }

        foreach (var difference in result.Differences)
        {
            Write(difference);
        }

        var slos = result.Specs.Sum(s => s.Slos.Length);
        terminal.Notes.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(result.Specs.Length, "service")}, {Count(slos, "SLO")} imported from {ImportRequest.NameOf(result.Tool)}; {Count(result.Differences.Length, "difference")}.\n"));
    }

    private void Write(ImportDifference difference)
    {
        terminal.Error.Write($"{_ansi.Bold(difference.Kind)}: {DisplayText.OneLine(difference.Message)}\n");
        if (!difference.Subjects.IsEmpty)
        {
            terminal.Error.Write($"  {_ansi.Faint("in:")} {DisplayText.OneLine(string.Join(", ", difference.Subjects))}\n");
        }
    }

    private static string Count(int number, string what)
        => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
