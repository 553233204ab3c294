using System.Collections.Immutable;
using SloCompiler.Prometheus.Answers;

namespace SloCompiler.Prometheus;

/// <summary>Cuts a range into parts that a server answers: it refuses more than 11,000 points for a series.</summary>
internal static class RangeParts
{
    /// <summary>Most points of one part.</summary>
    public const int MaxPoints = 10_000;

    /// <summary>The parts in order; each starts one step after the end of the one before.</summary>
    public static ImmutableArray<RangePart> Of(DateTimeOffset start, DateTimeOffset end, TimeSpan step)
    {
        var parts = ImmutableArray.CreateBuilder<RangePart>();
        var points = end < start ? 0 : ((end - start).Ticks / step.Ticks) + 1;
        for (long first = 0; first < points; first += MaxPoints)
        {
            var last = Math.Min(first + MaxPoints, points) - 1;
            parts.Add(new RangePart(start + (step * first), start + (step * last)));
        }

        return parts.ToImmutable();
    }

    /// <summary>The answers to parts as one, the series by their labels.</summary>
    public static RangeAnswer Join(IEnumerable<RangeAnswer> answers)
    {
        var series = new SortedDictionary<string, SeriesOverTime>(StringComparer.Ordinal);
        var warnings = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            warnings.UnionWith(answer.Warnings);
            foreach (var part in answer.Series)
            {
                var key = part.Labels.ToString();
                series[key] = series.TryGetValue(key, out var before) ? before with { Points = before.Points.AddRange(part.Points) } : part;
            }
        }

        return new RangeAnswer([.. series.Values], [.. warnings]);
    }
}

/// <summary>A part of a range.</summary>
/// <param name="Start">Its first time.</param>
/// <param name="End">Its last time.</param>
internal sealed record RangePart(DateTimeOffset Start, DateTimeOffset End);
