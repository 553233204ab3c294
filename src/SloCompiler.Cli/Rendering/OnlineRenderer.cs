using System.Globalization;
using SloCompiler.Cli.Terminals;
using SloCompiler.Explaining;
using SloCompiler.Online;

namespace SloCompiler.Cli.Rendering;

/// <summary>What a server says of objectives and rules, for people: how the SLOs are now, and the dearest rules.</summary>
internal sealed class OnlineRenderer(ITerminal terminal)
{
    private const int DearestShown = 5;
    private const int Digits = 4;

    /// <summary>Writes the tables; those that would be empty are left out.</summary>
    public void Write(OnlineReport report)
    {
        if (!report.Slos.IsEmpty)
        {
            WriteSlos(report);
        }

        if (!report.Rules.IsEmpty)
        {
            WriteRules(report);
        }
    }

    private void WriteSlos(OnlineReport report)
    {
        terminal.Out.Write($"SLOs now{(report.Server is null ? "" : $", by {DisplayText.OneLine(report.Server)}")}:\n");
        var table = new DataTable(["SLO", "objective", "last hour", "window", "in window", "budget left", "alerts that hold"], isRight: false);
        foreach (var slo in report.Slos)
        {
            table.Add(Cells(slo));
        }

        table.Write(terminal);
        if (report.Slos.Any(s => s.Source == ValueSource.Estimated))
        {
            WriteText("≈: computed from raw series, over the window in coarse steps; the server has not loaded all rules of the SLO.");
        }
    }

    private void WriteRules(OnlineReport report)
    {
        terminal.Out.Write("Dearest rules:\n");
        var table = new DataTable(["rule", "of", "samples", "series"], isRight: false);
        foreach (var rule in report.Rules.Take(DearestShown))
        {
            table.Add(rule.Name, rule.Owner, HumanNumbers.Count(rule.Samples), HumanNumbers.Count(rule.Series));
        }

        table.Write(terminal);
        WriteText($"samples: read by one evaluation; all {HumanNumbers.Count(report.Rules.Length)} rules together read {HumanNumbers.Count(report.Rules.Sum(r => r.Samples))}.");
    }

    private void WriteText(string text)
    {
        foreach (var line in TextWrap.Wrap(text, terminal.Width))
        {
            terminal.Out.Write($"{line}\n");
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
}
