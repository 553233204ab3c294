using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>
/// Feeds counters: finds two series whose shares in "total" and in "bad" (or "good") are independent, and solves for the
/// growth that gives the wanted ratio. Every other counter that arithmetic needs is there and stands still.
/// </summary>
internal static class CounterFeed
{
    private const string NoLabels = "no label values were found that satisfy all matchers of its selectors";

    /// <summary>Feeds a total and a part of it.</summary>
    /// <param name="part">Bad or good events, or a numerator.</param>
    /// <param name="total">All events, or a denominator.</param>
    /// <param name="partBase">The part's share of the total without errors.</param>
    /// <param name="partPerError">What that share gains at an error ratio of 1.</param>
    /// <param name="by">Labels that every series must carry.</param>
    public static FeedResult Create(PromQlExpr part, PromQlExpr total, decimal partBase, decimal partPerError, ImmutableArray<string> by)
    {
        var selectors = SelectorCollector.Of(part).AddRange(SelectorCollector.Of(total));
        if (selectors.Any(s => s.Modifiers != SelectorModifiers.None))
        {
            return FeedResult.None("its selectors use offset or @");
        }

        var candidates = Candidates(SelectorCollector.Of(part), SelectorCollector.Of(total), by);
        var shares = new List<SeriesShare>();
        foreach (var labels in candidates)
        {
            if (Share(total, labels) is not { } inTotal || Share(part, labels) is not { } inPart)
            {
                return FeedResult.None("its events are not sums and differences of counters");
            }

            shares.Add(new SeriesShare(labels, inTotal, inPart));
        }

        if (SolveAny(shares, partBase, partPerError) is not { } pair)
        {
            return FeedResult.None(NoLabels);
        }

        // A sum that loses a series is empty: the total must never be, the part only where it is 0, which is what the rules fill in.
        return WithIdleSeries(
            pair,
            candidates,
            selectors,
            e => partBase + (partPerError * e) == 0 ? SelectorCollector.Of(total) : selectors);
    }

    private static ImmutableArray<SeriesLabels> Candidates(
        ImmutableArray<VectorSelector> part, ImmutableArray<VectorSelector> total, ImmutableArray<string> by)
    {
        var found = total.SelectMany(t => part.Select(p => SeriesLabels.Find([t], p, by))
            .Concat(part.Select(p => SeriesLabels.Find([t, p], null, by)))
            .Append(SeriesLabels.Find([t], null, by)));
        return
        [
            .. found.Concat(part.Select(p => SeriesLabels.Find([p], null, by)))
                .OfType<SeriesLabels>()
                .DistinctBy(l => string.Join('\n', l.Values.Select(v => $"{v.Key}={v.Value}")), StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<FedSeries>? SolveAny(List<SeriesShare> shares, decimal partBase, decimal partPerError)
    {
        foreach (var p in shares)
        {
            foreach (var q in shares)
            {
                if (Solve(p, q, partBase, partPerError) is { } pair)
                {
                    return pair;
                }
            }
        }

        return null;
    }

    /// <summary>The growths of two series by which the total grows by 1 and the part by its share.</summary>
    private static ImmutableArray<FedSeries>? Solve(
        SeriesShare p,
        SeriesShare q,
        decimal partBase,
        decimal partPerError)
    {
        var determinant = (p.Total * q.Part) - (q.Total * p.Part);
        if (determinant == 0)
        {
            return null;
        }

        ImmutableArray<FedSeries> pair =
        [
            Traffic(p.Labels, (q.Part - (q.Total * partBase)) / determinant, -q.Total * partPerError / determinant),
            Traffic(q.Labels, ((p.Total * partBase) - p.Part) / determinant, p.Total * partPerError / determinant),
        ];
        return pair.All(s => s.LevelAt(0) >= 0 && s.LevelAt(1) >= 0) ? pair : null;
    }

    private static FeedResult WithIdleSeries(
        ImmutableArray<FedSeries> pair,
        ImmutableArray<SeriesLabels> candidates,
        ImmutableArray<VectorSelector> all,
        Func<decimal, ImmutableArray<VectorSelector>> neededAt)
    {
        var series = pair;
        foreach (var selector in all.Where(s => !pair.Any(f => f.Labels.IsMatchedBy(s))))
        {
            if (candidates.FirstOrDefault(c => c.IsMatchedBy(selector)) is not { } labels)
            {
                return FeedResult.None(NoLabels);
            }

            series = series.Add(Traffic(labels, 0, 0));
        }

        return new FeedResult(new SignalFeed([.. series.Select(s => s with { MissingAt = MissingAt(s, series, neededAt) })], all), null);
    }

    private static decimal? MissingAt(
        FedSeries series, ImmutableArray<FedSeries> all, Func<decimal, ImmutableArray<VectorSelector>> neededAt)
    {
        var isIdle = series.LevelAt(0) == 0 && series.LevelAt(1) == 0;
        decimal[] ratios = isIdle ? [] : [0, 1];
        return ratios.Where(e => series.LevelAt(e) == 0 && CanGo(e)).Select(e => (decimal?)e).FirstOrDefault();

        bool CanGo(decimal e) => neededAt(e)
            .Where(series.Labels.IsMatchedBy)
            .All(n => all.Any(other => other.LevelAt(e) > 0 && other.Labels.IsMatchedBy(n)));
    }

    private static FedSeries Traffic(SeriesLabels labels, decimal level, decimal perError)
        => new(labels, SampleShape.Counter, level, perError) { ScalesWithTraffic = true };

    /// <summary>How often a series counts in a tree; null for trees that are not linear in their counters.</summary>
    private static decimal? Share(PromQlExpr expr, SeriesLabels labels) => expr switch
    {
        VectorSelector selector => labels.IsMatchedBy(selector) ? 1 : 0,
        MatrixSelector matrix => Share(matrix.Selector, labels),
        ParenExpr paren => Share(paren.Inner, labels),
        AggregateExpr { Operator: "sum" } sum => Share(sum.Expr, labels),
        CallExpr { Function: "rate" or "increase", Arguments: [var range] } => Share(range, labels),
        BinaryExpr { Operator: BinaryOperator.Add } add => Share(add.Left, labels) + Share(add.Right, labels),
        BinaryExpr { Operator: BinaryOperator.Subtract } subtract => Share(subtract.Left, labels) - Share(subtract.Right, labels),
        BinaryExpr { Operator: BinaryOperator.Or } or => Share(or.Left, labels),
        _ => null,
    };

    /// <summary>How often a series counts.</summary>
    private sealed record SeriesShare(SeriesLabels Labels, decimal Total, decimal Part);
}
