using System.Collections.Immutable;

namespace SloCompiler.Prometheus.Answers;

/// <summary>The labels of a series, by ordinal order of their names.</summary>
/// <param name="Pairs">The labels, the metric's name as <c>__name__</c> among them.</param>
public sealed record SeriesLabels(ImmutableArray<SeriesLabel> Pairs)
{
    /// <summary>The label that holds the name of the metric.</summary>
    public const string NameLabel = "__name__";

    /// <summary>No labels.</summary>
    public static SeriesLabels None { get; } = new([]);

    /// <summary>The value of a label; null where there is none.</summary>
    public string? this[string name] => Pairs.FirstOrDefault(pair => pair.Name == name)?.Value;

    /// <summary>Whether there is a label.</summary>
    public bool Has(string name) => Pairs.Any(pair => pair.Name == name);

    /// <summary>As a selector is written: <c>up{job="a"}</c>.</summary>
    public override string ToString()
    {
        var labels = string.Join(", ", Pairs.Where(p => p.Name != NameLabel).Select(p => $"{p.Name}=\"{Escape(p.Value)}\""));
        return this[NameLabel] is { } name ? name + (labels.Length > 0 ? $"{{{labels}}}" : "") : $"{{{labels}}}";
    }

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}

/// <summary>A label of a series.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record SeriesLabel(string Name, string Value);

/// <summary>A value at a time.</summary>
/// <param name="Labels">The labels of the series; none of a scalar.</param>
/// <param name="Time">The time.</param>
/// <param name="Value">The value, which may be infinite or not a number; of a native histogram, its count.</param>
/// <param name="IsHistogram">Whether it is a native histogram.</param>
public sealed record Sample(SeriesLabels Labels, DateTimeOffset Time, double Value, bool IsHistogram = false);

/// <summary>What reading an expression cost the server.</summary>
/// <param name="SamplesRead">Samples that it read, points of native histograms by their size.</param>
/// <param name="PeakSamples">Most samples in memory at once.</param>
public sealed record QueryStatistics(long SamplesRead, long PeakSamples);

/// <summary>What an expression is at one time.</summary>
/// <param name="Samples">The samples, in the order of the server; one without labels for a scalar.</param>
/// <param name="Statistics">What it cost; null where that was not asked for, or the server does not say.</param>
/// <param name="Warnings">What the server warns of, such as a part of the data that is missing.</param>
public sealed record InstantAnswer(ImmutableArray<Sample> Samples, QueryStatistics? Statistics, ImmutableArray<string> Warnings)
{
    /// <summary>The value where there is exactly one sample; null otherwise.</summary>
    public double? Single => Samples is [var only] ? only.Value : null;
}

/// <summary>A value of a series.</summary>
/// <param name="Time">The time.</param>
/// <param name="Value">The value, which may be infinite or not a number; of a native histogram, its count.</param>
public sealed record Point(DateTimeOffset Time, double Value);

/// <summary>A series over a time.</summary>
/// <param name="Labels">Its labels.</param>
/// <param name="Points">Its values by time; there is none where the expression had none.</param>
public sealed record SeriesOverTime(SeriesLabels Labels, ImmutableArray<Point> Points);

/// <summary>What an expression is over a time.</summary>
/// <param name="Series">The series by their labels.</param>
/// <param name="Warnings">What the server warns of.</param>
public sealed record RangeAnswer(ImmutableArray<SeriesOverTime> Series, ImmutableArray<string> Warnings);
