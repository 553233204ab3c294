using System.Collections.Immutable;

namespace SloCompiler.PromQL.Meaning;

/// <summary>What is declared of the series of one name.</summary>
/// <param name="Kind">What the samples are.</param>
/// <param name="Unit">Unit of the metric as declared (<c>seconds</c>), of a bucket that of the observations; null where unknown.</param>
/// <param name="IsClosed">Whether <paramref name="Labels"/> are all labels that a series can have.</param>
/// <param name="Labels">Known labels, with <c>le</c> and <c>quantile</c> where the kind has them.</param>
public sealed record MetricFacts(MetricKind Kind, string? Unit, bool IsClosed, ImmutableArray<LabelFacts> Labels)
{
    /// <summary>Upper bounds of the buckets of a classic histogram, in its unit, ascending, without +Inf; empty where unknown.</summary>
    public ImmutableArray<double> Buckets { get; init; } = [];

    /// <summary>Lowest value that a sample can have; null where unknown.</summary>
    public double? Min { get; init; }

    /// <summary>Highest value that a sample can have; null where unknown.</summary>
    public double? Max { get; init; }

    /// <summary>How often the metric is scraped; null where unknown.</summary>
    public PrometheusDuration? ScrapeInterval { get; init; }
}

/// <summary>A label of a metric.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">The values that it can have; empty for any.</param>
public sealed record LabelFacts(string Name, ImmutableArray<string> Values);
