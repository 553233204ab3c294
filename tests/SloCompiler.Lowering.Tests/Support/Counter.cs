using System.Globalization;

namespace SloCompiler.Lowering.Tests.Support;

/// <summary>Values of test series in promtool's notation, one per minute.</summary>
internal static class Counter
{
    /// <summary>A counter that rises by so much a minute for so many minutes, from 0, segment after segment.</summary>
    public static string Rising(params (int Minutes, decimal PerMinute)[] segments)
    {
        var value = 0m;
        var text = new List<string> { "0" };
        foreach (var (minutes, perMinute) in segments)
        {
            text.Add(Line(value + perMinute, perMinute, minutes));
            value += perMinute * minutes;
        }

        return string.Join(' ', text);
    }

    /// <summary>A gauge that stays at a value for so many minutes, segment after segment.</summary>
    public static string Steps(params (int Minutes, decimal Value)[] segments)
        => string.Join(' ', segments.Select(segment => Line(segment.Value, 0, segment.Minutes)));

    /// <summary>No sample for so many minutes.</summary>
    public static string Missing(int minutes) => string.Create(CultureInfo.InvariantCulture, $"_x{minutes}");

    /// <summary>So many values, one a minute, from a start.</summary>
    public static string Line(decimal start, decimal step, int minutes)
        => string.Create(CultureInfo.InvariantCulture, $"{start}+{step}x{minutes - 1}");
}
