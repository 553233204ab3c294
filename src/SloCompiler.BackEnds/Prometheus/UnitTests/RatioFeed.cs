using System.Collections.Immutable;
using SloCompiler.Plan.Signals;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>Feeds a raw error ratio: a quotient of rates, the average of a gauge, or 1 minus one of them.</summary>
internal static class RatioFeed
{
    /// <summary>Feeds error and, where it is given, total.</summary>
    public static FeedResult Create(RatioSignal signal, ImmutableArray<string> by)
    {
        var error = Error(signal.Error, 0, 1, by);
        if (error.Feed is not { } feed || signal.Total is not { } total)
        {
            return error;
        }

        foreach (var selector in SelectorCollector.Of(total).Where(s => !feed.Series.Any(f => f.Labels.IsMatchedBy(s))))
        {
            if (SeriesLabels.Find([selector], null, by) is not { } labels)
            {
                return FeedResult.None("no label values were found that satisfy all matchers of its total");
            }

            var isCounter = total is not VectorSelector && !IsGauge(total);
            feed = feed with
            {
                Series = feed.Series.Add(new FedSeries(labels, isCounter ? SampleShape.Counter : SampleShape.Gauge, 100, 0)),
                Selectors = feed.Selectors.Add(selector),
            };
        }

        return new FeedResult(feed, null);
    }

    /// <summary>Feeds an expression so that it gives <c>level + perError · e</c>.</summary>
    private static FeedResult Error(PromQlExpr expr, decimal level, decimal perError, ImmutableArray<string> by) => expr switch
    {
        ParenExpr paren => Error(paren.Inner, level, perError, by),
        AggregateExpr { Operator: "max" or "min" or "avg" or "sum", Expr: not MatrixSelector and var inner }
            when !IsGauge(expr) => Error(inner, level, perError, by),
        BinaryExpr { Operator: BinaryOperator.Subtract, Left: NumberLiteral { Value: > -1e15 and < 1e15 } number, Right: var right }
            => Error(right, (decimal)number.Value - level, -perError, by),
        BinaryExpr { Operator: BinaryOperator.Divide } quotient => Quotient(quotient, level, perError, by),
        _ when IsGauge(expr) => GaugeFeed.Create(expr, SampleShape.Gauge, level, perError, by),
        _ => FeedResult.None("its error ratio is neither a quotient of rates nor the average of a gauge"),
    };

    /// <summary>A missing counter leaves a quotient without a value, so that none of them may be missing.</summary>
    private static FeedResult Quotient(BinaryExpr quotient, decimal level, decimal perError, ImmutableArray<string> by)
    {
        var result = CounterFeed.Create(quotient.Left, quotient.Right, level, perError, by);
        return result.Feed is { } feed
            ? result with { Feed = feed with { Series = [.. feed.Series.Select(s => s with { MissingAt = null })] } }
            : result;
    }

    private static bool IsGauge(PromQlExpr expr) => expr switch
    {
        VectorSelector or CallExpr { Function: "avg_over_time", Arguments: [MatrixSelector] } => true,
        ParenExpr paren => IsGauge(paren.Inner),
        AggregateExpr aggregate => IsGauge(aggregate.Expr),
        _ => false,
    };
}
