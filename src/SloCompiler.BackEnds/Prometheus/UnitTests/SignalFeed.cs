using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>How the value of a series moves.</summary>
internal enum SampleShape
{
    /// <summary>Grows every minute.</summary>
    Counter,

    /// <summary>Stands where it is.</summary>
    Gauge,

    /// <summary>The time itself while nothing is wrong, else a time long ago.</summary>
    Clock,
}

/// <summary>A raw series of a test. At an error ratio e its level is <c>Base + PerError · e</c>.</summary>
/// <param name="Labels">Its labels.</param>
/// <param name="Shape">Counter: the level is its growth per minute; gauge: its value.</param>
/// <param name="Base">Level without errors.</param>
/// <param name="PerError">What the level gains at an error ratio of 1.</param>
internal sealed record FedSeries(SeriesLabels Labels, SampleShape Shape, decimal Base, decimal PerError)
{
    /// <summary>Whether the level is per event of traffic rather than absolute.</summary>
    public bool ScalesWithTraffic { get; init; }

    /// <summary>The error ratio, 0 or 1, at which the rules must do without the series, as with a counter that was never incremented.</summary>
    public decimal? MissingAt { get; init; }

    /// <summary>The level at an error ratio.</summary>
    public decimal LevelAt(decimal errorRatio) => Base + (PerError * errorRatio);
}

/// <summary>The raw series that make an indicator show a chosen error ratio.</summary>
/// <param name="Series">The series.</param>
/// <param name="Selectors">All selectors of the indicator, to keep other tests' series away from them.</param>
internal sealed record SignalFeed(ImmutableArray<FedSeries> Series, ImmutableArray<VectorSelector> Selectors)
{
    /// <summary>Whether every ratio can be shown, not only 0 and 1.</summary>
    public bool IsGraded { get; init; } = true;

    /// <summary>Whether a change of the ratio shows at once.</summary>
    public bool CanSpike { get; init; } = true;

    /// <summary>Whether series of this feed would be seen by the other indicator.</summary>
    public bool Disturbs(SignalFeed other)
    {
        foreach (var series in Series)
        {
            foreach (var selector in other.Selectors)
            {
                if (series.Labels.IsMatchedBy(selector))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>A feed, or the reason why there is none.</summary>
internal sealed record FeedResult(SignalFeed? Feed, string? Reason)
{
    /// <summary>No feed.</summary>
    public static FeedResult None(string reason) => new(null, reason);
}
