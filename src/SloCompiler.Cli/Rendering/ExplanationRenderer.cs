using System.Collections.Immutable;
using SloCompiler.Cli.Terminals;
using SloCompiler.Explaining;
using SloCompiler.Plan.Slos;
using static SloCompiler.Explaining.HumanNumbers;

namespace SloCompiler.Cli.Rendering;

/// <summary>An explained SLO for people: sentences and a table of its alert tiers.</summary>
internal sealed class ExplanationRenderer(ITerminal terminal)
{
    private const int FactIndent = 14;

    private static readonly ImmutableArray<string> Titles =
        ["alert", "windows", "burn rate", "fires above", "budget used", "at 100 %", "at 10×", "at 2×", "resolves in", "min. events"];

    /// <summary>Writes one SLO.</summary>
    public void Write(SloExplanation explanation)
    {
        var slo = explanation.Slo;
        var ansi = new Ansi(terminal.HasColor);
        using var writer = new ShownWriter(terminal.Out);
        writer.Write($"{ansi.Bold($"{slo.Service}/{slo.Name}")}  {DisplayText.OneLine(slo.Title)}\n");
        Fact("objective", $"{slo.ObjectiveText}: {Percent(slo.Objective)} of {DisplayText.OneLine(slo.TotalInWords)} over {Window(slo)}");
        Fact("bad", DisplayText.OneLine(slo.BadInWords));
        Fact("budget", $"{Percent(slo.ErrorBudget)} = {Time(explanation.BudgetSeconds)} of total failure per {slo.Window.Text}");
        var countsEvents = slo.MeasuredIn == MeasuredUnit.Events;
        if (countsEvents && explanation is { BudgetEvents: { } bad, TotalEvents: { } total })
        {
            Fact("", $"= {Count(bad)} bad of {Count(total)} events per {slo.Window.Text}");
        }

        if (!slo.By.IsEmpty)
        {
            Fact("", $"for every value of {string.Join(", ", slo.By)} on its own");
        }

        WriteTiers(explanation, countsEvents);
        foreach (var adjustment in slo.Adjustments)
        {
            Fact(adjustment.IsDropped ? "dropped" : "fitted", $"{adjustment.Original}: {adjustment.Explanation}");
        }

        writer.Write("\n");
    }

    private void Fact(string title, string text)
    {
        var lines = TextWrap.Wrap(text, terminal.Width == 0 ? 0 : Math.Max(terminal.Width - FactIndent, FactIndent));
        for (var i = 0; i < lines.Count; i++)
        {
            terminal.Out.Write($"  {(i == 0 ? title : "").PadRight(FactIndent - 4)}  {lines[i]}\n");
        }
    }

    private static string Window(SloPlan slo)
        => slo.Window.IsCalendar ? $"the calendar {slo.Window.Text} (UTC)" : $"the last {slo.Window.Text}";

    private void WriteTiers(SloExplanation explanation, bool countsEvents)
    {
        if (explanation.Tiers.IsEmpty)
        {
            Fact("alerts", "none on burn rate");
            return;
        }

        var shown = Shown(countsEvents);
        var table = new DataTable(Titles[..shown], isRight: false);
        foreach (var tier in explanation.Tiers)
        {
            table.Add(Cells(tier)[..shown]);
        }

        table.Write(terminal);
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
