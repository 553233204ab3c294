using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.BurnAlerts;

/// <summary>The description of a burn alert: what fired, and live how fast and how long the budget lasts.</summary>
internal static class BurnDescription
{
    public static string Of(SloDraft slo, BurnTier tier)
    {
        var burnRate = AlertTemplates.OfAlert(slo.Series.Select(SeriesNames.BurnRate1h), slo.By);
        var remaining = AlertTemplates.OfAlert(slo.Series.Select(SeriesNames.BudgetRemaining), slo.By);
        var exhaustion = Tree.Divide(
            Tree.Multiply(Tree.Greater(remaining, 0), slo.Spec.Window.Length.Seconds), Tree.Greater(burnRate, 0));
        string Live(PromQlExpr query, string format, string otherwise = "unknown")
            => AlertTemplates.Query(query, slo.By, format, otherwise);
        var objective = $"Objective: {AlertTemplates.Escape(slo.Spec.Objective.Text)} over {slo.Spec.Window.Text}.";
        return $"{{{{ $value | humanizePercentage }}}} of events were bad in the last {tier.LongWindow}; "
            + $"more than {Words.Percent(tier.Threshold)} uses {Words.Percent(tier.BudgetShare)} of the error budget in that time. "
            + $"{objective} "
            + $"Burn rate over 1h: {Live(burnRate, "humanize")}. "
            + $"Budget left: {Live(remaining, "humanizePercentage")}; "
            + $"at this rate it lasts {Live(exhaustion, "humanizeDuration", "no longer")}.";
    }
}
