using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SloCompiler.Prometheus.Answers;

/// <summary>Reads JSON of which nothing is certain: what has another shape is not there.</summary>
internal static class JsonReading
{
    public static JsonElement? Member(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static string? TextOf(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IEnumerable<JsonElement> ItemsOf(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static long? WholeOf(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    /// <summary>Seconds as a number.</summary>
    public static TimeSpan? SecondsOf(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var seconds) && Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    public static ImmutableArray<string> TextsOf(this JsonElement element, string name)
        => [.. element.ItemsOf(name).Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString() ?? "")];

    /// <summary>An object of texts as labels.</summary>
    public static SeriesLabels Labels(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return SeriesLabels.None;
        }

        var pairs = element.EnumerateObject()
            .Where(p => p.Value.ValueKind == JsonValueKind.String)
            .Select(p => new SeriesLabel(p.Name, p.Value.GetString() ?? ""));
        return new SeriesLabels([.. pairs.OrderBy(p => p.Name, StringComparer.Ordinal)]);
    }

    /// <summary>The time of a point, which is given in seconds.</summary>
    public static DateTimeOffset? Time(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDecimal(out var seconds) || Math.Abs(seconds) > 100_000_000_000m)
        {
            return null;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds * 1000));
    }

    /// <summary>A value, which is given as text.</summary>
    public static double? Number(this JsonElement element) => element.ValueKind != JsonValueKind.String ? null : element.GetString() switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" => double.NaN,
        var text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null,
    };
}
