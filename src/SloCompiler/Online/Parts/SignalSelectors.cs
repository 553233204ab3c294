using SloCompiler.Plan.Signals;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Online.Parts;

/// <summary>The raw series that an indicator reads.</summary>
internal static class SignalSelectors
{
    /// <summary>Selectors as series have their names: of classic histograms, the count.</summary>
    public static IEnumerable<VectorSelector> Of(Signal signal) => signal switch
    {
        CounterSignal counters => In(counters.Total, counters.Bad, counters.Good),
        HistogramSignal { IsNative: true } histogram => [histogram.Histogram],
        HistogramSignal histogram => [histogram.Histogram with { MetricName = histogram.Histogram.MetricName + "_count" }],
        ProbeSignal probe => In(probe.Gauge),
        SliceSignal slices => In(slices.Good),
        AgeSignal age => In(age.Timestamp),
        RatioSignal ratio => In(ratio.Total, ratio.Error),
        _ => [],
    };

    private static IEnumerable<VectorSelector> In(params PromQlExpr?[] expressions) => expressions.OfType<PromQlExpr>().SelectMany(PromQlWalker.Selectors);
}
