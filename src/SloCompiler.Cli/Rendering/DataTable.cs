using System.Collections.Immutable;
using SloCompiler.Cli.Terminals;
using Spectre.Console;

namespace SloCompiler.Cli.Rendering;

/// <summary>
/// A table: with lines around its cells where the terminal is wide enough for it, else one row below the other. In a pipe it is as wide as
/// it must be. Nothing is cut.
/// </summary>
/// <param name="titles">Titles of the columns.</param>
/// <param name="isRight">Whether all columns but the first are aligned to the right.</param>
internal sealed class DataTable(ImmutableArray<string> titles, bool isRight)
{
    private const int Unlimited = 10_000;
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints the table.</summary>
    public void Write(ITerminal terminal)
    {
        if (terminal.Width == 0 || Width <= terminal.Width)
        {
            WriteTable(terminal);
        }
        else
        {
            WriteRecords(terminal);
        }
    }

    // A cell has a blank on either side, and there is a line around each.
    private int Width => titles.Select((title, i) => _rows.Select(r => r[i]).Append(title).Max(DisplayText.WidthOf) + 3).Sum() + 1;

    private void WriteTable(ITerminal terminal)
    {
        var table = new Table { Border = terminal.Width > 0 ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (var (title, i) in titles.Select((title, i) => (title, i)))
        {
            var column = new TableColumn(Markup.Escape(title)) { NoWrap = true };
            table.AddColumn(isRight && i > 0 ? column.RightAligned() : column);
        }

        foreach (var row in _rows)
        {
            table.AddRow(row.Select(cell => new Spectre.Console.Text(cell)));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = terminal.Width > 0 ? terminal.Width : Unlimited;
        console.Write(table);
    }

    private void WriteRecords(ITerminal terminal)
    {
        var width = titles.Skip(1).Max(DisplayText.WidthOf);
        foreach (var row in _rows)
        {
            terminal.Out.Write($"{titles[0]} {row[0]}\n");
            for (var i = 1; i < row.Length; i++)
            {
                terminal.Out.Write($"  {TextWrap.Pad(titles[i], width)}  {row[i]}\n");
            }
        }
    }
}
