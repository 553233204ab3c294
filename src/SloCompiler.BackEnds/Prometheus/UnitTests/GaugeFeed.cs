using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>Feeds one gauge.</summary>
internal static class GaugeFeed
{
    /// <summary>Feeds a 0/1 gauge with the share of good samples, which stands for many targets of which some are down.</summary>
    public static FeedResult Probe(PromQlExpr gauge, ImmutableArray<string> by) => Create(gauge, SampleShape.Gauge, 1, -1, by);

    /// <summary>Feeds a timestamp that is either now or long ago.</summary>
    /// <param name="limitSeconds">The age that is allowed.</param>
    public static FeedResult Timestamp(PromQlExpr timestamp, decimal limitSeconds, ImmutableArray<string> by)
    {
        var result = Create(timestamp, SampleShape.Clock, 0, -Math.Ceiling(limitSeconds) - 600, by);
        return result with { Feed = result.Feed is { } feed ? feed with { IsGraded = false } : null };
    }

    /// <summary>Feeds the only selector of an expression that passes values on.</summary>
    public static FeedResult Create(PromQlExpr expr, SampleShape shape, decimal level, decimal perError, ImmutableArray<string> by)
    {
        if (Unwrap(expr) is not { } selector)
        {
            return FeedResult.None("its gauge is an expression rather than a selector");
        }

        if (selector.Modifiers != SelectorModifiers.None)
        {
            return FeedResult.None("its selector uses offset or @");
        }

        return SeriesLabels.Find([selector], null, by) is { } labels
            ? new FeedResult(new SignalFeed([new FedSeries(labels, shape, level, perError)], [selector]), null)
            : FeedResult.None("no label values were found that satisfy all matchers of its selector");
    }

    /// <summary>The selector behind parentheses and aggregations that give a single series its own value.</summary>
    private static VectorSelector? Unwrap(PromQlExpr expr) => expr switch
    {
        VectorSelector selector => selector,
        ParenExpr paren => Unwrap(paren.Inner),
        AggregateExpr { Operator: "sum" or "min" or "max" or "avg", Expr: var inner } => Unwrap(inner),
        CallExpr { Function: "avg_over_time" or "min_over_time" or "max_over_time", Arguments: [MatrixSelector matrix] } => matrix.Selector,
        _ => null,
    };
}
