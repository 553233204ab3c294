using System.Globalization;

namespace SloCompiler.Online.Parts;

/// <summary>Times for people, in their largest unit.</summary>
internal static class ShortTime
{
    public static string Of(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => Whole(time.TotalDays, "days"),
        { TotalHours: >= 2 } => Whole(time.TotalHours, "hours"),
        { TotalMinutes: >= 2 } => Whole(time.TotalMinutes, "minutes"),
        _ => Whole(time.TotalSeconds, "seconds"),
    };

    private static string Whole(double number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(number):0} {unit}");
}
