using SloCompiler.Cli.Terminals;
using SloCompiler.Explaining;
using SloCompiler.Plan.Slos;
using Spectre.Console;
using static SloCompiler.Explaining.HumanNumbers;

namespace SloCompiler.Cli.Rendering;

/// <summary>An explained SLO for people: sentences and a table of its alert tiers.</summary>
internal sealed class ExplanationRenderer(ITerminal terminal)
{
    private const int PlainWidth = 160;

    private static readonly string[] Titles =
        ["alert", "windows", "burn rate", "fires above", "budget used", "at 100 %", "at 10×", "at 2×", "resolves in", "min. events"];

    /// <summary>Writes one SLO.</summary>
    public void Write(SloExplanation explanation)
    {
        var slo = explanation.Slo;
        var ansi = new Ansi(terminal.HasColor);
        var writer = terminal.Out;
        writer.Write($"{ansi.Bold($"{slo.Service}/{slo.Name}")}  {slo.Title}\n");
        writer.Write($"  objective   {slo.ObjectiveText}: {Percent(slo.Objective)} of {slo.TotalInWords} over {Window(slo)}\n");
        writer.Write($"  bad         {slo.BadInWords}\n");
        writer.Write($"  budget      {Percent(slo.ErrorBudget)} = {Time(explanation.BudgetSeconds)} of total failure per {slo.Window.Text}\n");
        var countsEvents = slo.MeasuredIn == MeasuredUnit.Events;
        if (countsEvents && explanation is { BudgetEvents: { } bad, TotalEvents: { } total })
        {
            writer.Write($"              = {Count(bad)} bad of {Count(total)} events per {slo.Window.Text}\n");
        }

        if (!slo.By.IsEmpty)
        {
            writer.Write($"              for every value of {string.Join(", ", slo.By)} on its own\n");
        }

        WriteTiers(explanation, countsEvents);
        foreach (var adjustment in slo.Adjustments)
        {
            writer.Write($"  {(adjustment.IsDropped ? "dropped" : "fitted"),-10}  {adjustment.Original}: {adjustment.Explanation}\n");
        }

        writer.Write("\n");
    }

    private static string Window(SloPlan slo)
        => slo.Window.IsCalendar ? $"the calendar {slo.Window.Text} (UTC)" : $"the last {slo.Window.Text}";

    private void WriteTiers(SloExplanation explanation, bool countsEvents)
    {
        if (explanation.Tiers.IsEmpty)
        {
            terminal.Out.Write("  alerts      none on burn rate\n");
            return;
        }

        var table = new Table { Border = terminal.HasColor ? TableBorder.Rounded : TableBorder.Ascii };
        foreach (var title in Titles.Take(Shown(countsEvents)))
        {
            table.AddColumn(new TableColumn(Markup.Escape(title)));
        }

        foreach (var tier in explanation.Tiers)
        {
            table.AddRow(Cells(tier).Take(Shown(countsEvents)).Select(c => new Spectre.Console.Text(c)));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        console.Profile.Width = terminal.Width > 0 ? terminal.Width : PlainWidth;
        console.Write(table);
    }

    // How many samples or slices a window holds is known: only traffic can be too low.
    private static int Shown(bool countsEvents) => countsEvents ? Titles.Length : Titles.Length - 1;

    private static string[] Cells(TierExplanation tier) =>
    [
        $"{tier.Tier.Severity} {tier.Tier.Name}",
        $"{tier.Tier.LongWindow}/{tier.Tier.ShortWindow}",
        Exact(tier.Tier.BurnRate),
        Percent(tier.Tier.Threshold),
        Percent(tier.Tier.BudgetShare),
        Time(tier.DetectsOutageSeconds),
        Time(tier.Detects10Seconds),
        Time(tier.Detects2Seconds),
        Time(tier.ResetSeconds),
        Count(decimal.Ceiling(tier.LeastEvents)),
    ];
}
