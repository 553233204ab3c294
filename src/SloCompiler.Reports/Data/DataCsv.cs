using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SloCompiler.Plan;
using SloCompiler.Reports.Measuring;
using SloCompiler.Reports.Model;
using static SloCompiler.Reports.Data.DataWords;

namespace SloCompiler.Reports.Data;

/// <summary>Tables as CSV (RFC 4180, with line feeds). A text that a spreadsheet would take for a formula gets an apostrophe.</summary>
internal static class DataCsv
{
    /// <summary>One row for each budget.</summary>
    public static string Slos(ImmutableArray<SloModel> slos)
    {
        var rows = slos.SelectMany(s => BudgetsOf(s).Select(b => (string[])
        [
            s.Slo.Service, s.Slo.Name, Labels(b?.Labels ?? []), s.Slo.Title, s.Slo.Owner ?? "", s.Slo.ObjectiveText,
            s.Slo.Objective.ToString("0.############", CultureInfo.InvariantCulture), s.Slo.Window.Text,
            s.Measured is { } measured ? Time(measured.From) : "", s.Measured is { } until ? Time(until.To) : "",
            State(b?.State ?? BudgetState.NoData), Number(b?.Attainment), Number(b?.Left), Number(b?.BadMinutes), s.Measured?.Problem ?? "",
        ]));
        return Table(["service", "slo", "labels", "title", "owner", "objective", "objective_ratio", "window", "from", "to", "state", "attainment", "budget_left", "bad_minutes", "problem"], rows);
    }

    /// <summary>One row for each period of each budget.</summary>
    public static string Calendar(ImmutableArray<SloModel> slos)
    {
        var rows = slos.SelectMany(s => (s.Measured?.Budgets ?? []).SelectMany(b => b.Periods.Select(p => (string[])
        [
            s.Slo.Service, s.Slo.Name, Labels(b.Labels), p.Name, Time(p.From), Time(p.To), p.IsWhole ? "true" : "false", Number(p.Attainment),
            p.Attainment is not { } share ? "" : share < (double)s.Slo.Objective ? "missed" : "met",
        ])));
        return Table(["service", "slo", "labels", "period", "from", "to", "whole", "attainment", "objective"], rows);
    }

    /// <summary>One row for each owner.</summary>
    public static string Owners(ImmutableArray<SloModel> slos)
    {
        var rows = slos.GroupBy(s => s.Slo.Owner ?? "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (string[])
        [
            g.Key, Count(g.Count()), Count(In(g, BudgetState.Healthy)), Count(In(g, BudgetState.AtRisk)), Count(In(g, BudgetState.Exhausted)), Count(In(g, BudgetState.NoData)),
        ]);
        return Table(["owner", "slos", "healthy", "at_risk", "exhausted", "no_data"], rows);
    }

    private static IEnumerable<BudgetMeasurement?> BudgetsOf(SloModel slo) => slo.Measured is { Budgets: { IsEmpty: false } budgets } ? budgets.Select(b => (BudgetMeasurement?)b) : [null];

    private static int In(IEnumerable<SloModel> slos, BudgetState state) => slos.Count(s => (s.Measured?.State ?? BudgetState.NoData) == state);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Labels(ImmutableArray<PlanLabel> labels) => string.Join(' ', labels.Select(l => $"{l.Name}={l.Value}"));

    private static string Table(string[] titles, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(titles))
        {
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(string text)
    {
        var isFormula = text is ['=' or '+' or '@' or '\t' or '\r', ..] || (text is ['-', ..] && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        var safe = isFormula ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\n\r") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
