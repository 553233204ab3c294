using System.Collections.Immutable;
using SloCompiler.Explaining;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.Reports.Charts;
using static SloCompiler.Explaining.HumanNumbers;

namespace SloCompiler.Reports.Model;

/// <summary>The burn alerts of an SLO for a template.</summary>
internal static class TierModel
{
    /// <summary>The SLO with the <c>for</c> that its alerts have in the end, whether a tier or its severity asks for it.</summary>
    public static SloPlan WithHolds(SloPlan slo, ServicePlan service)
    {
        var alerts = service.RulesOf(slo).OfType<AlertingRule>().Where(r => r.Kind == AlertKind.Burn).ToList();
        return slo with { Tiers = [.. slo.Tiers.Select(tier => tier with { For = alerts.Find(a => IsOf(a, tier))?.For ?? tier.For })] };
    }

    /// <summary>Rows of the table of tiers.</summary>
    public static List<object?> Of(SloExplanation explanation) => [.. explanation.Tiers.Select(t => (object?)Row(t, explanation.Slo))];

    /// <summary>A chart for a template.</summary>
    public static Dictionary<string, object?> Of(Figure figure) => new(StringComparer.Ordinal)
    {
        ["svg"] = figure.Svg,
        ["caption"] = figure.Caption,
        ["columns"] = figure.Columns.Cast<object?>().ToList(),
        ["rows"] = figure.Rows.Select(Cells).ToList(),
    };

    /// <summary>The earliest page, or ticket where nothing pages, in a total failure; null where no alert fires.</summary>
    public static string? FirstAlert(SloPlan slo)
    {
        var first = slo.Tiers.Where(t => t.Threshold < 1).OrderByDescending(t => t.IsPage).ThenBy(t => BurnMath.DetectionSeconds(t, 1, t.For)).FirstOrDefault();
        return first is null ? null : $"{first.Severity} after {Time(BurnMath.DetectionSeconds(first, 1, first.For))}";
    }

    private static object? Cells(ImmutableArray<string> row) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["name"] = row[0],
        ["cells"] = row.Skip(1).Cast<object?>().ToList(),
    };

    private static bool IsOf(AlertingRule rule, BurnTier tier)
        => Has(rule, SeriesNames.TierLabel, tier.Name) && Has(rule, SeriesNames.SeverityLabel, tier.Severity);

    private static bool Has(AlertingRule rule, string label, string value) => rule.Labels.Any(l => l.Name == label && l.Value == value);

    private static Dictionary<string, object?> Row(TierExplanation row, SloPlan slo)
    {
        var tier = row.Tier;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["severity"] = tier.Severity,
            ["name"] = tier.Name,
            ["is_page"] = tier.IsPage,
            ["long_window"] = tier.LongWindow.ToString(),
            ["short_window"] = tier.ShortWindow.ToString(),
            ["burn_rate"] = Exact(tier.BurnRate),
            ["threshold"] = Percent(tier.Threshold),
            ["budget_share"] = Percent(tier.BudgetShare),
            ["hold"] = tier.For?.ToString(),
            ["detects_outage"] = Time(BurnMath.DetectionSeconds(tier, 1, tier.For)),
            ["detects_10"] = AtBurn(tier, slo, 10),
            ["detects_2"] = AtBurn(tier, slo, 2),
            ["resets"] = Time(row.ResetSeconds),
            ["exhaustion"] = Time(row.ExhaustionSeconds),
            ["least_events"] = slo.MeasuredIn == MeasuredUnit.Events ? Count(decimal.Ceiling(row.LeastEvents)) : null,
        };
    }

    private static string AtBurn(BurnTier tier, SloPlan slo, decimal burnRate)
        => burnRate * slo.ErrorBudget > 1 ? "–" : Time(BurnMath.DetectionSeconds(tier, burnRate * slo.ErrorBudget, tier.For));
}
