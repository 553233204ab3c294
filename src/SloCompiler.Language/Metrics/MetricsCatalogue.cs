using System.Collections.Immutable;
using SloCompiler.PromQL;
using SloCompiler.Text;

namespace SloCompiler.Language.Metrics;

/// <summary>The types of metrics.</summary>
public enum MetricType
{
    /// <summary>Only rises, but for resets.</summary>
    Counter,

    /// <summary>Rises and falls.</summary>
    Gauge,

    /// <summary>Classic histogram: <c>_bucket</c>, <c>_sum</c>, <c>_count</c>.</summary>
    Histogram,

    /// <summary>Native histogram.</summary>
    NativeHistogram,

    /// <summary>Quantiles, <c>_sum</c>, <c>_count</c>.</summary>
    Summary,

    /// <summary>Constant 1 with labels.</summary>
    Info,
}

/// <summary>What is known of one metric.</summary>
public sealed record Metric
{
    /// <summary>Name, of histograms and summaries without suffix.</summary>
    public required string Name { get; init; }

    /// <summary>Type.</summary>
    public required MetricType Type { get; init; }

    /// <summary>Unit, such as <c>seconds</c> or <c>milliseconds</c>; null where unknown.</summary>
    public string? Unit { get; init; }

    /// <summary>Labels; null where unknown.</summary>
    public ImmutableArray<MetricLabel>? Labels { get; init; }

    /// <summary>Upper bounds of the buckets, in the metric's unit, ascending, without +Inf; empty where unknown.</summary>
    public ImmutableArray<decimal> Buckets { get; init; } = [];

    /// <summary>Help text.</summary>
    public string? Help { get; init; }

    /// <summary>Scrape interval; null for the project's.</summary>
    public PrometheusDuration? ScrapeInterval { get; init; }

    /// <summary>Lowest possible value; null where unknown.</summary>
    public decimal? Min { get; init; }

    /// <summary>Highest possible value; null where unknown.</summary>
    public decimal? Max { get; init; }

    /// <summary>The entry in the file.</summary>
    public required SourceSpan Span { get; init; }
}

/// <summary>A label of a metric.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">The allowed values; empty for any.</param>
public sealed record MetricLabel(string Name, ImmutableArray<string> Values);

/// <summary>All metrics known to a project; empty where there is no catalogue.</summary>
public sealed class MetricsCatalogue(ImmutableDictionary<string, Metric> metrics)
{
    private static readonly ImmutableArray<string> Suffixes = ["_bucket", "_count", "_sum"];

    /// <summary>Names of metrics whose descriptions could not be read, so that nothing more is reported of them.</summary>
    public ImmutableHashSet<string> Misdescribed { get; init; } = [];

    /// <summary>No catalogue: nothing is known.</summary>
    public static MetricsCatalogue Empty { get; } = new(ImmutableDictionary<string, Metric>.Empty);

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => Metrics.IsEmpty;

    /// <summary>Metrics by name.</summary>
    public ImmutableDictionary<string, Metric> Metrics { get; } = metrics;

    /// <summary>The metric that a series belongs to: by its name, or for histograms and summaries by the name without suffix.</summary>
    public Metric? FindBySeries(string seriesName)
    {
        if (Metrics.TryGetValue(seriesName, out var metric))
        {
            return metric;
        }

        foreach (var suffix in Suffixes)
        {
            if (seriesName.EndsWith(suffix, StringComparison.Ordinal)
                && Metrics.TryGetValue(seriesName[..^suffix.Length], out metric)
                && (metric.Type == MetricType.Histogram || (metric.Type == MetricType.Summary && suffix != "_bucket")))
            {
                return metric;
            }
        }

        return null;
    }

    /// <summary>Whether the description of a series' metric could not be read.</summary>
    /// <param name="seriesName">Name of the series, which may be part of a histogram.</param>
    public bool IsMisdescribed(string seriesName)
        => Misdescribed.Contains(seriesName) || Suffixes.Any(suffix => seriesName.EndsWith(suffix, StringComparison.Ordinal) && Misdescribed.Contains(seriesName[..^suffix.Length]));
}
