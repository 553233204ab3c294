using System.Globalization;

namespace SloCompiler.Reports.Svg;

/// <summary>Marks of an axis of time (UTC), whose values are seconds since 1970.</summary>
internal static class TimeTicks
{
    private const int Most = 8;
    private const int Day = 86_400;

    private static readonly int[] Steps = [300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600, Day, 2 * Day, 7 * Day, 14 * Day, 28 * Day, 91 * Day, 364 * Day];

    /// <summary>The marks, at most eight.</summary>
    public static IReadOnlyList<Tick> Of(Scale scale)
    {
        var step = Steps.FirstOrDefault(s => (scale.High - scale.Low) / s <= Most, Steps[^1]);
        // Weeks start on Monday; day 0 of the count was a Thursday.
        var shift = step >= 7 * Day ? 4 * Day : 0;
        var first = (Math.Ceiling((scale.Low - shift) / step) * step) + shift;
        return [.. Enumerable.Range(0, Most + 2).Select(i => first + (i * (double)step)).Where(v => v <= scale.High).Select(v => new Tick(v, Label(v, step)))];
    }

    private static string Label(double seconds, int step)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        return time.ToString(step < Day && time.TimeOfDay != TimeSpan.Zero ? "HH:mm" : "d MMM", CultureInfo.InvariantCulture);
    }
}
