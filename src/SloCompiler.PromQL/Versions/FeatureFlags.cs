using System.Collections.Immutable;

namespace SloCompiler.PromQL.Versions;

/// <summary>The values of Prometheus's <c>--enable-feature</c> that change which expressions it loads.</summary>
public static class FeatureFlags
{
    /// <summary>For functions and aggregations that may still change.</summary>
    public const string ExperimentalFunctions = "promql-experimental-functions";

    /// <summary>For arithmetic on lengths of time, until it became part of the language.</summary>
    public const string DurationExpressions = "promql-duration-expr";

    /// <summary>For <c>anchored</c> and <c>smoothed</c>.</summary>
    public const string ExtendedRangeSelectors = "promql-extended-range-selectors";

    /// <summary>For <c>fill</c>, <c>fill_left</c>, <c>fill_right</c>.</summary>
    public const string FillModifiers = "promql-binop-fill-modifiers";

    /// <summary>All of them, by name.</summary>
    public static ImmutableArray<string> All { get; } =
        [FillModifiers, DurationExpressions, ExperimentalFunctions, ExtendedRangeSelectors];
}
