using System.Collections.Immutable;
using SloCompiler.Plan.Slos;

namespace SloCompiler.Explaining;

/// <summary>What an SLO means in minutes and events.</summary>
public sealed record SloExplanation
{
    /// <summary>The SLO.</summary>
    public required SloPlan Slo { get; init; }

    /// <summary>Seconds of total failure that use the whole budget.</summary>
    public required decimal BudgetSeconds { get; init; }

    /// <summary>Events in the window; null where no rate of events was given.</summary>
    public decimal? TotalEvents { get; init; }

    /// <summary>Bad events that use the whole budget; null where no rate of events was given.</summary>
    public decimal? BudgetEvents { get; init; }

    /// <summary>The tiers, in the order of the plan.</summary>
    public required ImmutableArray<TierExplanation> Tiers { get; init; }

    /// <summary>Works out an SLO.</summary>
    /// <param name="slo">The SLO.</param>
    /// <param name="eventsPerSecond">Rate of events, if known.</param>
    public static SloExplanation Of(SloPlan slo, decimal? eventsPerSecond) => new()
    {
        Slo = slo,
        BudgetSeconds = BurnMath.BudgetSeconds(slo.ErrorBudget, slo.Window.Length),
        TotalEvents = eventsPerSecond * slo.Window.Length.Seconds,
        BudgetEvents = eventsPerSecond is { } rate ? BurnMath.BudgetEvents(slo.ErrorBudget, slo.Window.Length, rate) : null,
        Tiers = [.. slo.Tiers.Select(tier => TierExplanation.Of(tier, slo))],
    };
}

/// <summary>What one tier of burn alerts means.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="DetectsOutageSeconds">Time to fire when everything fails.</param>
/// <param name="Detects10Seconds">Time to fire at ten times the budget's rate; null where that does not fire it.</param>
/// <param name="Detects2Seconds">Time to fire at twice the budget's rate; null where that does not fire it.</param>
/// <param name="ResetSeconds">Time to resolve after a total failure has ended.</param>
/// <param name="ExhaustionSeconds">Time in which the whole budget is used at the tier's burn rate.</param>
/// <param name="LeastEvents">Events in the long window below which one bad event fires it.</param>
public sealed record TierExplanation(
    BurnTier Tier,
    decimal? DetectsOutageSeconds,
    decimal? Detects10Seconds,
    decimal? Detects2Seconds,
    decimal? ResetSeconds,
    decimal ExhaustionSeconds,
    decimal LeastEvents)
{
    internal static TierExplanation Of(BurnTier tier, SloPlan slo) => new(
        tier,
        BurnMath.DetectionSeconds(tier, 1),
        AtBurn(tier, slo, 10),
        AtBurn(tier, slo, 2),
        BurnMath.ResetSeconds(tier, 1),
        BurnMath.ExhaustionSeconds(slo.Window.Length, tier.BurnRate),
        BurnMath.LeastEvents(tier));

    // Twice a budget of 60 % would be more than everything.
    private static decimal? AtBurn(BurnTier tier, SloPlan slo, decimal burnRate)
        => burnRate * slo.ErrorBudget > 1 ? null : BurnMath.DetectionSeconds(tier, burnRate * slo.ErrorBudget);
}
