using SloCompiler.Language.Model;
using SloCompiler.Language.Slis.Latency;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Signals;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Histograms: all events less those that were fast enough.</summary>
internal static class LatencyIndicator
{
    public static LoweredIndicator? Lower(LatencySli sli, SloDraft slo, LoweringContext context)
    {
        if (sli.Histogram.Expr is not VectorSelector { MetricName: { } name } histogram
            || slo.Spec.Objective is not LatencyObjective objective)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.CounterExpressionNotLowerable,
                sli.Histogram.Span,
                "A latency indicator needs the selector of one histogram and an objective such as `p95 < 250ms`.");
            return null;
        }

        var threshold = objective.ThresholdSeconds / sli.UnitSeconds;
        BucketCheck.Run(sli, objective, threshold, name, context);
        return new LoweredIndicator
        {
            Signal = new HistogramSignal(histogram, sli.IsNative, threshold),
            TotalInWords = $"events observed by {PromQlPrinter.Print(histogram)}",
            BadInWords = $"events that took longer than {Words.Duration(objective.ThresholdSeconds)}",
            Rates = sli.IsNative ? Native(histogram, threshold, slo) : Classic(histogram, threshold, slo),
            Quantiles = LatencyQuantiles.Of(histogram, sli, objective, slo.By),
        };
    }

    // The fast part is not filled with zeros: without its bucket every event would count as slow.
    private static EventRates Classic(VectorSelector histogram, decimal threshold, SloDraft slo)
    {
        var bucket = histogram with
        {
            MetricName = histogram.MetricName + "_bucket",
            Matchers = [.. histogram.Matchers, BucketBounds.Matcher(threshold)],
        };
        var count = histogram with { MetricName = histogram.MetricName + "_count" };
        PromQlExpr Total(PrometheusDuration window) => SumOfRate(count, window, slo);
        return new EventRates(window => Tree.Subtract(Total(window), SumOfRate(bucket, window, slo)), Total)
        {
            BadCanVanish = true,
        };
    }

    private static EventRates Native(VectorSelector histogram, decimal threshold, SloDraft slo)
    {
        PromQlExpr Total(PrometheusDuration window) => Ql.Call("histogram_count", SumOfRate(histogram, window, slo));
        PromQlExpr Fast(PrometheusDuration window)
            => Ql.Call("histogram_fraction", Ql.Number(0), Ql.Number(threshold), SumOfRate(histogram, window, slo));
        return new EventRates(
            // The fraction of nothing is NaN.
            window => Tree.WithoutNaN(Tree.Multiply(Total(window), Tree.Subtract(Ql.Number(1), Fast(window)))),
            Total);
    }

    private static AggregateExpr SumOfRate(VectorSelector selector, PrometheusDuration window, SloDraft slo)
        => Ql.Aggregate("sum", Ql.Call("rate", Ql.Range(selector, window)), slo.By);
}
