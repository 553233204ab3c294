using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;

namespace SloCompiler.Explaining;

/// <summary>
/// The arithmetic of error budgets and burn alerts, for uniform traffic. Symbols: P period, b budget, L and S long and short
/// window, B burn rate, thr = B·b threshold, e error ratio of an incident, p share of the budget, h <c>for</c>.
/// Source: chapter 5 of the SRE workbook, for arbitrary windows.
/// </summary>
public static class BurnMath
{
    /// <summary>Seconds of total failure that use the whole budget: b·P.</summary>
    public static decimal BudgetSeconds(decimal budget, PrometheusDuration period) => budget * period.Seconds;

    /// <summary>Bad events that use the whole budget at an even rate of events.</summary>
    public static decimal BudgetEvents(decimal budget, PrometheusDuration period, decimal eventsPerSecond)
        => budget * period.Seconds * eventsPerSecond;

    /// <summary>Seconds until the budget is used at a burn rate: P / r.</summary>
    public static decimal ExhaustionSeconds(PrometheusDuration period, decimal burnRate) => period.Seconds / burnRate;

    /// <summary>
    /// Seconds from the start of an incident until a tier fires: thr·L/e + h. Null where the error ratio never exceeds the
    /// threshold. The lag of evaluation, up to two intervals, comes on top.
    /// </summary>
    public static decimal? DetectionSeconds(BurnTier tier, decimal errorRatio, PrometheusDuration? holdFor = null)
        => errorRatio <= tier.Threshold ? null : (tier.Threshold * tier.LongWindow.Seconds / errorRatio) + (holdFor?.Seconds ?? 0);

    /// <summary>Seconds from the end of an incident until the alert resolves: S·(1 − thr/e). Null where it never fired.</summary>
    public static decimal? ResetSeconds(BurnTier tier, decimal errorRatio)
        => errorRatio <= tier.Threshold ? null : tier.ShortWindow.Seconds * (1 - (tier.Threshold / errorRatio));

    /// <summary>Events in the long window below which one bad event alone exceeds the threshold: 1/thr.</summary>
    public static decimal LeastEvents(BurnTier tier) => 1 / tier.Threshold;

    /// <summary>Share of the budget that is used when the tier fires: p + e·h/(b·P).</summary>
    public static decimal SpentAtDetection(
        BurnTier tier,
        decimal errorRatio,
        decimal budget,
        PrometheusDuration period,
        PrometheusDuration? holdFor = null)
        => tier.BudgetShare + (errorRatio * (holdFor?.Seconds ?? 0) / BudgetSeconds(budget, period));
}
