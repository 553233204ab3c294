using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Lowering.Passes.BurnAlerts;

/// <summary>The description of a burn alert: what fired, and live how fast and how long the budget lasts.</summary>
internal static class BurnDescription
{
    private const decimal SecondsPerDay = 86_400;

    public static string Of(SloDraft slo, BurnTier tier)
    {
        var burnRate = AlertTemplates.OfAlert(slo.Series.Select(SeriesNames.BurnRate1h), slo.By);
        var remaining = AlertTemplates.OfAlert(slo.Series.Select(SeriesNames.BudgetRemaining), slo.By);
        var exhaustion = Tree.Divide(TimesSeconds(Tree.Greater(remaining, 0), slo.Spec.Window.Length), Tree.Greater(burnRate, 0));
        string Live(PromQlExpr query, string format, string otherwise = "unknown")
            => AlertTemplates.Query(query, slo.By, format, otherwise);
        var objective = $"Objective: {AlertTemplates.Escape(slo.Spec.Objective.Text)} over {slo.Spec.Window.Text}.";
        return $"{{{{ $value | humanizePercentage }}}} of {WereBad(slo.Indicator.MeasuredIn)} in the last {tier.LongWindow}; "
            + $"more than {ExactDecimal.FormatPercent(tier.Threshold)} uses {ExactDecimal.FormatPercent(tier.BudgetShare)} of the error budget in that time. "
            + $"{objective} "
            + $"Burn rate over 1h: {Live(burnRate, "humanize")}. "
            + $"Budget left: {Live(remaining, "humanizePercentage")}; "
            + $"at this rate it lasts {Live(exhaustion, "humanizeDuration", "no longer")}.";
    }

    private static string WereBad(MeasuredUnit unit) => unit switch
    {
        MeasuredUnit.Events => "events were bad",
        MeasuredUnit.Samples => "samples were bad",
        MeasuredUnit.Time => "the time was bad",
        _ => throw new InvalidOperationException($"Unknown unit {unit}."),
    };

    // In days where they are whole, since a large number of seconds would be printed with an exponent.
    private static BinaryExpr TimesSeconds(PromQlExpr expr, PrometheusDuration period)
    {
        var days = period.Seconds / SecondsPerDay;
        return days == decimal.Truncate(days)
            ? Tree.Multiply(Tree.Multiply(expr, days), SecondsPerDay)
            : Tree.Multiply(expr, period.Seconds);
    }
}
