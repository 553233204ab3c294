using System.Globalization;
using SloCompiler.Cli.Terminals;
using SloCompiler.Explaining;
using SloCompiler.Online;
using Spectre.Console;

namespace SloCompiler.Cli.Rendering;

/// <summary>What a server says of objectives and rules, for people: how the SLOs are now, and the dearest rules.</summary>
internal sealed class OnlineRenderer(ITerminal terminal)
{
    private const int PlainWidth = 160;
    private const int DearestShown = 5;
    private const int Digits = 4;

    /// <summary>Writes the tables; those that would be empty are left out.</summary>
    public void Write(OnlineReport report)
    {
        var console = Console();
        if (!report.Slos.IsEmpty)
        {
            terminal.Out.Write($"SLOs now{(report.Server is null ? "" : $", by {DisplayText.OneLine(report.Server)}")}:\n");
            var table = NewTable(["SLO", "objective", "last hour", "window", "in window", "budget left", "alerts that hold"]);
            foreach (var slo in report.Slos)
            {
                table.AddRow([.. Cells(slo).Select(Markup.Escape)]);
            }

            console.Write(table);
            if (report.Slos.Any(s => s.Source == ValueSource.Estimated))
            {
                terminal.Out.Write("≈: computed from raw series, over the window in coarse steps; the server has not loaded all rules of the SLO.\n");
            }
        }

        if (!report.Rules.IsEmpty)
        {
            terminal.Out.Write("Dearest rules:\n");
            var table = NewTable(["rule", "of", "samples", "series"]);
            foreach (var rule in report.Rules.Take(DearestShown))
            {
                table.AddRow(Markup.Escape(rule.Name), Markup.Escape(rule.Owner), HumanNumbers.Count(rule.Samples), HumanNumbers.Count(rule.Series));
            }

            console.Write(table);
            terminal.Out.Write($"samples: read by one evaluation; all {HumanNumbers.Count(report.Rules.Length)} rules together read {HumanNumbers.Count(report.Rules.Sum(r => r.Samples))}.\n");
        }
    }

    private static string[] Cells(SloNow slo)
    {
        var about = slo.Source == ValueSource.Estimated ? "≈" : "";
        return
        [
            $"{slo.Service}/{slo.Slo}{(slo.Groups > 1 ? string.Create(CultureInfo.InvariantCulture, $" (worst of {slo.Groups})") : "")}",
            HumanNumbers.Percent(slo.Objective),
            Percent(slo.LastHour),
            slo.Window,
            slo.InWindow is null ? "–" : about + Percent(slo.InWindow),
            slo.BudgetLeft is null ? "–" : about + Percent(slo.BudgetLeft, 1),
            slo.Alerts.IsEmpty ? "none" : string.Join(", ", slo.Alerts),
        ];
    }

    // Rounded down, so that nothing below its objective looks as if it kept it.
    private static string Percent(double? share, int digits = Digits)
    {
        if (share is not { } value || !double.IsFinite(value) || Math.Abs(value) > 1e9)
        {
            return "–";
        }

        var factor = (decimal)Math.Pow(10, digits);
        var percent = Math.Floor(Math.Round((decimal)value * 100 * factor, 6)) / factor;
        return percent.ToString("0.####", CultureInfo.InvariantCulture) + "%";
    }

    private Table NewTable(string[] titles)
    {
        var table = new Table { Border = terminal.HasColor ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (var title in titles)
        {
            table.AddColumn(new TableColumn(Markup.Escape(title)));
        }

        return table;
    }

    private IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        console.Profile.Width = terminal.Width > 0 ? terminal.Width : PlainWidth;
        return console;
    }
}
