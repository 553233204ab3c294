using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;

namespace SloCompiler.Cli.Help;

/// <summary>Prints the page of a command: as wide as the terminal, within reason.</summary>
internal sealed class HelpRenderer(ITerminal terminal)
{
    /// <summary>Columns where the output does not go to a terminal, and at most where it does: longer lines are hard to read.</summary>
    public const int MostColumns = 100;

    private const int FewestColumns = 40;
    private const int WidestLabel = 28;
    private const int WidestExample = 50;

    private readonly Ansi _ansi = new(terminal.HasColor);
    private readonly int _width = terminal.Width == 0 ? MostColumns : Math.Clamp(terminal.Width, FewestColumns, MostColumns);

    /// <summary>Prints a page.</summary>
    public void Write(CommandPage page)
    {
        WriteText(page.Description, 0);
        terminal.Out.Write("\n");
        WriteText($"{_ansi.Bold("Usage:")} {page.Usage}", 7);
        WriteRows("Commands", page.Subcommands.Select(c => new Row(c.Word, c.Description)), WidestLabel);
        WriteRows("Arguments", page.Arguments.Select(a => new Row(a.Label, a.Description)), WidestLabel);
        var hasShort = page.Options.Concat(page.GlobalOptions).Any(IsShort);
        WriteRows("Options", page.Options.Select(o => RowOf(o, hasShort)), WidestLabel);
        WriteRows("Options of every command", page.GlobalOptions.Select(o => RowOf(o, hasShort)), WidestLabel);
        WriteRows("Examples", page.Examples.Select(e => new Row(e.CommandLine, e.Meaning)), WidestExample);
        if (!page.Subcommands.IsEmpty)
        {
            terminal.Out.Write("\n");
            WriteText($"{page.Name} COMMAND --help tells more of a command.", 0);
        }
    }

    private static bool IsShort(HelpEntry option) => option.Names.Length > 1;

    // Long names stand below each other.
    private static Row RowOf(HelpEntry option, bool hasShort)
        => new((hasShort && !IsShort(option) ? "    " : "") + option.Label, option.Description + (option.Repeats ? " May be given several times." : ""));

    private void WriteRows(string title, IEnumerable<Row> rows, int widest)
    {
        Row[] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        terminal.Out.Write($"\n{_ansi.Bold($"{title}:")}\n");
        var limit = Math.Min(widest, _width / 2);
        var left = all.Select(r => DisplayText.WidthOf(r.Label)).Where(w => w <= limit).DefaultIfEmpty(limit).Max();
        foreach (var row in all)
        {
            var lines = TextWrap.Wrap(row.Text, _width - left - 4);
            var fits = DisplayText.WidthOf(row.Label) <= left;
            var first = fits ? $"{TextWrap.Pad(row.Label, left)}  {lines[0]}" : row.Label;
            terminal.Out.Write($"  {first}\n");
            foreach (var line in fits ? lines.Skip(1) : lines)
            {
                terminal.Out.Write($"{new string(' ', left + 4)}{line}\n");
            }
        }
    }

    private void WriteText(string text, int indent)
    {
        foreach (var (line, i) in TextWrap.Wrap(text, _width - indent).Select((line, i) => (line, i)))
        {
            terminal.Out.Write($"{new string(' ', i == 0 ? 0 : indent)}{line}\n");
        }
    }

    private sealed record Row(string Label, string Text);
}
