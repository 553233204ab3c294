using SloCompiler.Language.Project;
using SloCompiler.PromQL;

namespace SloCompiler.Lowering.Passes.Tiers;

/// <summary>A tier of a policy with the windows and numbers that it gets for one SLO.</summary>
internal sealed record FittedTier(
    BurnTierSpec Source,
    PrometheusDuration LongWindow,
    PrometheusDuration ShortWindow,
    decimal BurnRate,
    decimal Threshold)
{
    public bool IsPage => string.Equals(Source.Severity, SeverityNames.Page, StringComparison.Ordinal);

    /// <summary>
    /// Whether this tier makes another pointless: it fires at every error ratio at which the other fires, earlier (after
    /// less of the budget), and with at least its severity.
    /// </summary>
    public bool Dominates(FittedTier other)
        => (IsPage || !other.IsPage) && BurnRate <= other.BurnRate && Source.BudgetShare < other.Source.BudgetShare;

    /// <summary>Whether both say the same at the same time; the one with the higher severity should stay.</summary>
    public bool Repeats(FittedTier other)
        => (IsPage || !other.IsPage) && BurnRate == other.BurnRate && LongWindow == other.LongWindow;
}
