using System.Globalization;

namespace SloCompiler.Lowering.Passes.Tiers;

/// <summary>Values of the label <c>tier</c>.</summary>
internal static class TierNames
{
    /// <summary><c>fast</c> and <c>slow</c>; with more than two in a severity <c>tier1</c>, <c>tier2</c>, …</summary>
    public static string At(int index, int count) => (index, count) switch
    {
        ( >= 0, > 2) => "tier" + (index + 1).ToString(CultureInfo.InvariantCulture),
        (0, _) => "fast",
        _ => "slow",
    };
}
