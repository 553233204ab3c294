using System.Collections.Immutable;
using SloCompiler.PromQL;

namespace SloCompiler.Lowering.Passes.Tiers;

/// <summary>The lengths that long windows may have, ascending: neat ones, whose twelfth is neat too.</summary>
internal static class WindowLadder
{
    public static ImmutableArray<PrometheusDuration> Rungs { get; } =
    [
        .. Minutes(15, 20, 30, 45),
        .. Hours(1, 2, 3, 4, 6, 8, 9, 12, 18, 24, 36),
        .. Days(2, 3, 4, 6, 7, 9, 12, 14, 18, 21, 28, 30, 36, 42, 48, 60, 72, 84, 90, 120, 180, 240, 365),
    ];

    private static IEnumerable<PrometheusDuration> Minutes(params ImmutableArray<long> minutes)
        => minutes.Select(PrometheusDuration.FromMinutes);

    private static IEnumerable<PrometheusDuration> Hours(params ImmutableArray<long> hours)
        => hours.Select(PrometheusDuration.FromHours);

    private static IEnumerable<PrometheusDuration> Days(params ImmutableArray<long> days)
        => days.Select(PrometheusDuration.FromDays);
}
