using System.Collections.Concurrent;
using System.Collections.Immutable;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Meaning;

namespace SloCompiler.Language.Metrics;

/// <summary>Gives what a catalogue says in the form that the meaning of expressions is derived from.</summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="scrapeInterval">Scrape interval of metrics that do not say their own; null where unknown.</param>
public sealed class CatalogueFacts(MetricsCatalogue catalogue, PrometheusDuration? scrapeInterval = null) : IMetricFacts
{
    private readonly ConcurrentDictionary<string, MetricFacts?> _known = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public MetricFacts? Find(string metricName) => catalogue.IsEmpty ? null : _known.GetOrAdd(metricName, Describe);

    private MetricFacts? Describe(string series)
    {
        if (catalogue.FindBySeries(series) is not { } metric || KindOf(series, metric) is not { } kind)
        {
            return null;
        }

        var isObservation = kind is MetricKind.Gauge or MetricKind.Counter or MetricKind.SummaryQuantile;
        return new MetricFacts(kind, metric.Unit, metric.Labels is not null, LabelsOf(metric, kind))
        {
            Buckets = [.. metric.Buckets.Select(b => (double)b)],
            Min = isObservation ? (double?)metric.Min : null,
            Max = isObservation ? (double?)metric.Max : null,
            ScrapeInterval = metric.ScrapeInterval ?? scrapeInterval,
        };
    }

    /// <summary>The kind of a series; null where a metric of the type has no such series.</summary>
    private static MetricKind? KindOf(string series, Metric metric)
    {
        var suffix = series.AsSpan(metric.Name.Length);
        return metric.Type switch
        {
            MetricType.Counter => MetricKind.Counter,
            MetricType.Gauge => MetricKind.Gauge,
            MetricType.Info => MetricKind.Info,
            MetricType.NativeHistogram => MetricKind.NativeHistogram,
            MetricType.Histogram => suffix switch
            {
                "_bucket" => MetricKind.HistogramBucket,
                "_sum" => MetricKind.HistogramSum,
                "_count" => MetricKind.HistogramCount,
                _ => null,
            },
            MetricType.Summary => suffix switch
            {
                "_sum" => MetricKind.SummarySum,
                "_count" => MetricKind.SummaryCount,
                _ => MetricKind.SummaryQuantile,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(metric)),
        };
    }

    private static ImmutableArray<LabelFacts> LabelsOf(Metric metric, MetricKind kind)
    {
        var declared = (metric.Labels ?? []).Select(label => new LabelFacts(label.Name, label.Values));
        return kind switch
        {
            MetricKind.HistogramBucket => With("le", declared),
            MetricKind.SummaryQuantile => With("quantile", declared),
            _ => [.. declared],
        };
    }

    private static ImmutableArray<LabelFacts> With(string own, IEnumerable<LabelFacts> labels)
        => [.. labels.Where(label => label.Name != own), labels.FirstOrDefault(label => label.Name == own) ?? new LabelFacts(own, [])];
}
