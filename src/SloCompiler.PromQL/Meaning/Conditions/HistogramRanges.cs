using System.Collections.Immutable;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>The values of quantiles of classic histograms.</summary>
internal static class HistogramRanges
{
    /// <summary>The quantile lies in the declared buckets; it is infinite outside 0 to 1 and NaN where nothing was observed.</summary>
    /// <param name="phi">The quantile that is asked for.</param>
    /// <param name="bounds">Values between the bounds of the buckets.</param>
    public static ValueRange Quantile(ValueRange phi, ValueRange bounds)
    {
        var result = ValueRange.Of(double.NaN);
        if (phi is { HasNoNumber: false, Low: <= 1, High: >= 0 })
        {
            result = result.Union(bounds);
        }

        if (phi is { HasNoNumber: false, Low: < 0 })
        {
            result = result.Union(ValueRange.Of(double.NegativeInfinity));
        }

        return phi is { HasNoNumber: false, High: > 1 } ? result.Union(ValueRange.Of(double.PositiveInfinity)) : result;
    }
}

/// <summary>Declared buckets of the histogram below an expression.</summary>
internal static class BucketBounds
{
    private const int MostNodes = 64;

    /// <summary>
    /// What a quantile of the buckets can be: nothing above the highest finite bound is known to Prometheus, and the lowest bucket
    /// begins at 0 if its bound is above.
    /// </summary>
    public static ValueRange Of(PromQlExpr expr, IMetricFacts metrics)
    {
        var nodes = PromQlWalker.DescendantsAndSelf(expr).Take(MostNodes + 1).ToArray();
        var selectors = nodes.OfType<VectorSelector>().ToArray();
        if (nodes.Length > MostNodes || selectors is not [{ MetricName: { } name }] || !nodes.All(KeepsBuckets))
        {
            return ValueRange.Anything;
        }

        ImmutableArray<double> buckets = metrics.Find(name) is { Kind: MetricKind.HistogramBucket } facts ? facts.Buckets : [];
        return buckets.IsEmpty ? ValueRange.Anything : new ValueRange(Math.Min(0, buckets[0]), buckets[^1]);
    }

    private static bool KeepsBuckets(PromQlExpr node) => node is VectorSelector or MatrixSelector or ParenExpr
        or AggregateExpr { Operator: "sum", Parameter: null } or CallExpr { Function: "rate" or "increase" or "irate" };
}
