using System.Collections.Immutable;
using System.Text.Json;

namespace SloCompiler.Prometheus.Answers;

/// <summary>Reads answers to queries; null where they are not what the API answers.</summary>
internal static class QueryReader
{
    public static InstantAnswer? Instant(JsonElement root)
    {
        if (root.Member("data") is not { } data || data.Member("result") is not { ValueKind: JsonValueKind.Array } result)
        {
            return null;
        }

        var samples = ImmutableArray.CreateBuilder<Sample>();
        switch (data.TextOf("resultType"))
        {
            case "vector":
                foreach (var item in result.EnumerateArray())
                {
                    if (SampleOf(item) is not { } sample)
                    {
                        return null;
                    }

                    samples.Add(sample);
                }

                break;
            case "scalar" when PointOf(result) is { } point:
                samples.Add(new Sample(SeriesLabels.None, point.Time, point.Value));
                break;
            case "string" or "matrix":
                break;
            default:
                return null;
        }

        return new InstantAnswer(samples.ToImmutable(), StatisticsOf(data), WarningsOf(root));
    }

    public static RangeAnswer? Range(JsonElement root)
    {
        if (root.Member("data") is not { } data || data.TextOf("resultType") != "matrix" || data.Member("result") is not { ValueKind: JsonValueKind.Array } result)
        {
            return null;
        }

        var all = ImmutableArray.CreateBuilder<SeriesOverTime>();
        foreach (var item in result.EnumerateArray())
        {
            var points = item.ItemsOf("values").Select(PointOf).Concat(item.ItemsOf("histograms").Select(HistogramOf)).ToArray();
            if (Array.Exists(points, p => p is null))
            {
                return null;
            }

            all.Add(new SeriesOverTime(LabelsOf(item), [.. points.OfType<Point>().OrderBy(p => p.Time)]));
        }

        return new RangeAnswer(all.ToImmutable(), WarningsOf(root));
    }

    private static Sample? SampleOf(JsonElement item)
    {
        if (item.Member("value") is { } value)
        {
            return PointOf(value) is { } point ? new Sample(LabelsOf(item), point.Time, point.Value) : null;
        }

        return item.Member("histogram") is { } histogram && HistogramOf(histogram) is { } count
            ? new Sample(LabelsOf(item), count.Time, count.Value, IsHistogram: true)
            : null;
    }

    private static SeriesLabels LabelsOf(JsonElement item) => item.Member("metric")?.Labels() ?? SeriesLabels.None;

    private static Point? PointOf(JsonElement pair)
        => pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && pair[0].Time() is { } time && pair[1].Number() is { } value
            ? new Point(time, value)
            : null;

    private static Point? HistogramOf(JsonElement pair)
        => pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && pair[0].Time() is { } time && pair[1].Member("count")?.Number() is { } count
            ? new Point(time, count)
            : null;

    private static QueryStatistics? StatisticsOf(JsonElement data)
        => data.Member("stats")?.Member("samples") is { } samples && samples.WholeOf("totalQueryableSamples") is { } total
            ? new QueryStatistics(total, samples.WholeOf("peakSamples") ?? 0)
            : null;

    private static ImmutableArray<string> WarningsOf(JsonElement root) => [.. root.TextsOf("warnings"), .. root.TextsOf("infos")];
}
