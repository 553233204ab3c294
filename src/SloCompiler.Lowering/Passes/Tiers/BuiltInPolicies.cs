using SloCompiler.Language.Project;
using SloCompiler.PromQL;

namespace SloCompiler.Lowering.Passes.Tiers;

/// <summary>The burn policies that are in force unless a project writes its own.</summary>
internal static class BuiltInPolicies
{
    private const int LongestShortPeriodDays = 14;

    private static BurnPolicy Month { get; } = new(
        PrometheusDuration.FromDays(30),
        [
            Tier(SeverityNames.Page, 0.02m, 1),
            Tier(SeverityNames.Page, 0.05m, 6),
            Tier(SeverityNames.Ticket, 0.1m, 24),
            Tier(SeverityNames.Ticket, 0.1m, 72),
        ]);

    // In a week an hour is a larger share, and three days at a burn rate of one would be almost half of it.
    private static BurnPolicy Week { get; } = new(
        PrometheusDuration.FromDays(7),
        [
            Tier(SeverityNames.Page, 0.08m, 1),
            Tier(SeverityNames.Page, 0.125m, 6),
            Tier(SeverityNames.Ticket, 0.2m, 24),
        ]);

    /// <summary>The policy whose reference period is closer.</summary>
    public static BurnPolicy For(PrometheusDuration period)
        => period <= PrometheusDuration.FromDays(LongestShortPeriodDays) ? Week : Month;

    private static BurnTierSpec Tier(string severity, decimal share, long hours)
        => new(severity, share, PrometheusDuration.FromHours(hours), null, null);
}
