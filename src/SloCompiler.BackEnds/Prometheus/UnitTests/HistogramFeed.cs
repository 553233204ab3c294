using System.Collections.Immutable;
using SloCompiler.Plan.Signals;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>
/// Feeds a classic histogram with three finite buckets: half the threshold, the threshold, twice the threshold. Good
/// events are spread over the lower two, bad ones lie in the upper one.
/// </summary>
internal static class HistogramFeed
{
    /// <summary>Feeds the histogram of an indicator.</summary>
    public static FeedResult Create(HistogramSignal signal, ImmutableArray<string> by)
    {
        if (signal.IsNative)
        {
            return FeedResult.None("it reads a native histogram, which unit tests of Prometheus 2.42 cannot feed");
        }

        if (signal.Histogram is not { MetricName: { } name } || SeriesLabels.Find([signal.Histogram], null, by) is not { } labels)
        {
            return FeedResult.None("no label values were found that satisfy all matchers of its histogram");
        }

        var threshold = signal.Threshold;
        var sum = labels.WithNameSuffix("_sum");
        ImmutableArray<FedSeries> series =
        [
            Bucket(labels, ExactDecimal.Format(threshold / 2), 0.5m, -0.5m),
            Bucket(labels, ExactDecimal.Format(threshold), 1, -1),
            Bucket(labels, ExactDecimal.Format(threshold * 2), 1, 0),
            Bucket(labels, "+Inf", 1, 0),
            Series(labels.WithNameSuffix("_count"), 1, 0),
            Series(sum, threshold * 0.5m, threshold),
        ];
        var suffixes = new[] { "_bucket", "_count", "_sum" };
        return new FeedResult(
            new SignalFeed(series, [.. suffixes.Select(s => signal.Histogram with { MetricName = name + s })]), null);
    }

    private static FedSeries Bucket(SeriesLabels labels, string bound, decimal level, decimal perError)
        => Series(labels.WithNameSuffix("_bucket").With("le", bound), level, perError);

    private static FedSeries Series(SeriesLabels labels, decimal level, decimal perError)
        => new(labels, SampleShape.Counter, level, perError) { ScalesWithTraffic = true };
}
