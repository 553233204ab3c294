using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>Feeds a condition: comparisons of gauges or rates with numbers, joined by <c>and</c> and <c>or</c>.</summary>
internal static class SliceFeed
{
    private const string TooRich = "its condition is more than comparisons of single gauges or rates with numbers";

    /// <summary>Feeds series by which all comparisons hold at an error ratio of 0, and none at 1.</summary>
    public static FeedResult Create(PromQlExpr condition, ImmutableArray<string> by) => Condition(condition, by) switch
    {
        { Feed: { } feed } when HasOverlap(feed) => FeedResult.None("its condition compares the same series twice"),
        var result => result,
    };

    private static FeedResult Condition(PromQlExpr expr, ImmutableArray<string> by) => expr switch
    {
        ParenExpr paren => Condition(paren.Inner, by),
        BinaryExpr { Operator: BinaryOperator.And or BinaryOperator.Or } both => Join(Condition(both.Left, by), Condition(both.Right, by)),
        BinaryExpr { Right: NumberLiteral { Value: > -1e15 and < 1e15 } number } comparison => Comparison(comparison.Left, comparison.Operator, (decimal)number.Value, by),
        BinaryExpr { Left: NumberLiteral { Value: > -1e15 and < 1e15 } number } comparison
            => Comparison(comparison.Right, Mirror(comparison.Operator), (decimal)number.Value, by),
        _ => FeedResult.None(TooRich),
    };

    private static FeedResult Join(FeedResult left, FeedResult right)
    {
        if (left.Feed is not { } first || right.Feed is not { } second)
        {
            return left.Feed is null ? left : right;
        }

        return new FeedResult(
            first with
            {
                Series = first.Series.AddRange(second.Series),
                Selectors = first.Selectors.AddRange(second.Selectors),
                CanSpike = first.CanSpike && second.CanSpike,
            },
            null);
    }

    private static bool HasOverlap(SignalFeed feed)
        => feed.Series.Any(s => feed.Selectors.Count(s.Labels.IsMatchedBy) > 1);

    private static FeedResult Comparison(PromQlExpr left, BinaryOperator op, decimal bound, ImmutableArray<string> by)
    {
        if (Values(op, bound) is not var (good, bad))
        {
            return FeedResult.None(TooRich);
        }

        if (left is CallExpr { Function: "rate", Arguments: [MatrixSelector range] })
        {
            return good < 0 || bad < 0
                ? FeedResult.None("its condition asks for a negative rate")
                : Settle(GaugeFeed.Create(range.Selector, SampleShape.Counter, good * 60, (bad - good) * 60, by));
        }

        var gauge = GaugeFeed.Create(left, SampleShape.Gauge, good, bad - good, by);
        return gauge.Feed is { } feed
            ? gauge with { Feed = feed with { IsGraded = false, CanSpike = SelectsDirectly(left) } }
            : FeedResult.None(TooRich);
    }

    private static FeedResult Settle(FeedResult result)
        => result with { Feed = result.Feed is { } feed ? feed with { IsGraded = false, CanSpike = false } : null };

    private static bool SelectsDirectly(PromQlExpr expr) => expr switch
    {
        VectorSelector => true,
        ParenExpr paren => SelectsDirectly(paren.Inner),
        AggregateExpr aggregate => SelectsDirectly(aggregate.Expr),
        _ => false,
    };

    /// <summary>A value for which a comparison holds, and one for which it does not, well apart from the bound.</summary>
    private static (decimal Good, decimal Bad)? Values(BinaryOperator op, decimal bound)
    {
        var distance = Math.Max(1, Math.Abs(bound)) / 2;
        return op switch
        {
            BinaryOperator.Less or BinaryOperator.LessOrEqual => (bound - distance, bound + distance),
            BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => (bound + distance, bound - distance),
            BinaryOperator.Equal => (bound, bound + distance),
            BinaryOperator.NotEqual => (bound + distance, bound),
            _ => null,
        };
    }

    private static BinaryOperator Mirror(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };
}
