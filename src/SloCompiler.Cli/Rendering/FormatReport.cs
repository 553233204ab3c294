using System.Globalization;
using SloCompiler.Cli.Terminals;
using SloCompiler.Formatting;
using SloCompiler.Output;

namespace SloCompiler.Cli.Rendering;

/// <summary>Shows people what formatting did or would do.</summary>
/// <param name="hasColor">Whether colours may be used.</param>
internal sealed class FormatReport(bool hasColor)
{
    private readonly Ansi _ansi = new(hasColor);

    /// <summary>Writes why files or expressions are left as they are.</summary>
    public void WriteFindings(TextWriter writer, FormatResult result)
    {
        var summary = new CompilationSummary(result.Files.Length, 0, 0, 0, 0, TimeSpan.Zero);
        var findings = new CompilationResult { Project = result.Project, Diagnostics = result.Diagnostics, Summary = summary };
        new TextRenderer(hasColor).Write(writer, findings);
    }

    /// <summary>Writes the difference that formatting or fixing makes to a file; nothing where it makes none that lines show.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="path">The file as the user names it.</param>
    /// <param name="file">The file.</param>
    /// <param name="verb">What is done to the file, in the past.</param>
    public void WriteDiff(TextWriter writer, string path, FormatFile file, string verb = "formatted")
    {
        if (!file.IsChanged)
        {
            return;
        }

        writer.Write($"{_ansi.Bold($"--- {DisplayText.OneLine(path)}")}\n{_ansi.Bold($"+++ {DisplayText.OneLine(path)} ({verb})")}\n");
        foreach (var line in UnifiedDiff.Of(file.OldText, file.NewText, int.MaxValue).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            writer.Write($"{Paint(line)}\n");
        }
    }

    /// <summary>The last line.</summary>
    public static string Summary(FormatResult result, int changed, bool isDry)
    {
        var verb = isDry ? "would change" : "formatted";
        var rest = result.Files.Length - result.Changed.Count();
        return string.Create(CultureInfo.InvariantCulture, $"{changed} {(changed == 1 ? "file" : "files")} {verb}, {rest} unchanged.\n");
    }

    private string Paint(string line) => line[0] switch
    {
        '+' => _ansi.Green(line),
        '-' => _ansi.Red(line),
        '@' => _ansi.Cyan(line),
        _ => line,
    };
}
