using SloCompiler.Cli.Terminals;
using SloCompiler.Diagnostics;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>Prints the page of a rule on a terminal: headings in bold, examples indented.</summary>
internal sealed class RulePageRenderer(ITerminal terminal)
{
    private const string Fence = "```";
    private readonly Ansi _ansi = new(terminal.HasColor);

    /// <summary>Prints a page.</summary>
    public void Write(DiagnosticDescriptor descriptor)
    {
        var isExample = false;
        foreach (var line in RulePages.Page(descriptor).TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                isExample = !isExample;
            }
            else
            {
                terminal.Out.Write((isExample ? Example(line) : Prose(line)) + "\n");
            }
        }
    }

    private string Example(string line)
    {
        var mark = line.LastIndexOf("# <-", StringComparison.Ordinal);
        return "    " + (mark < 0 ? line : line[..mark] + _ansi.Red(line[mark..]));
    }

    private string Prose(string line) => line.StartsWith('#') ? _ansi.Bold(line.TrimStart('#').TrimStart()) : line.Replace("`", "", StringComparison.Ordinal);
}
