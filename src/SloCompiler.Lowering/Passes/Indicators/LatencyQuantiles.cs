using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Language.Slis.Latency;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Quantiles of a histogram for dashboards, in seconds.</summary>
internal static class LatencyQuantiles
{
    private const decimal Median = 0.5m;
    private const string BucketLabel = "le";
    private static readonly DurationVariable RateInterval = new("__rate_interval");

    /// <summary>The objective's percentile, and the median.</summary>
    public static ImmutableArray<QuantileQuery> Of(
        VectorSelector histogram, LatencySli sli, LatencyObjective objective, ImmutableArray<string> by)
        => [.. new[] { objective.Target, Median }.Distinct().Select(share => Quantile(histogram, sli, share, by))];

    private static QuantileQuery Quantile(
        VectorSelector histogram, LatencySli sli, decimal share, ImmutableArray<string> by)
    {
        var selector = sli.IsNative ? histogram : histogram with { MetricName = histogram.MetricName + "_bucket" };
        var rate = Ql.Call("rate", new MatrixSelector(selector, RateInterval));
        var sum = Ql.Aggregate("sum", rate, sli.IsNative ? by : [BucketLabel, .. by]);
        PromQlExpr quantile = Ql.Call("histogram_quantile", Ql.Number(share), sum);
        return new QuantileQuery(
            "p" + ExactDecimal.Format(share * 100),
            sli.UnitSeconds == 1 ? quantile : Tree.Multiply(quantile, sli.UnitSeconds));
    }
}
