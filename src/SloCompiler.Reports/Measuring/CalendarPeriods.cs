using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Plan.Slos;

namespace SloCompiler.Reports.Measuring;

/// <summary>Divides a time at the days, weeks or months of the calendar (UTC), and finds the time that a window is about.</summary>
internal static class CalendarPeriods
{
    private const int MostDays = 14;
    private const int MostDaysOfWeeks = 62;

    /// <summary>The periods of a time, with no attainment yet: few enough to be seen at once.</summary>
    public static ImmutableArray<PeriodMeasurement> Of(DateTimeOffset from, DateTimeOffset to)
    {
        var days = (to - from).TotalDays;
        var (start, next, name) = days <= MostDays
            ? (Day(from), (Func<DateTimeOffset, DateTimeOffset>)(d => d.AddDays(1)), (Func<DateTimeOffset, string>)(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            : days <= MostDaysOfWeeks
                ? (Monday(from), d => d.AddDays(7), d => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(d.UtcDateTime)}-W{ISOWeek.GetWeekOfYear(d.UtcDateTime):00}"))
                : (Month(from), d => d.AddMonths(1), d => d.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        var periods = ImmutableArray.CreateBuilder<PeriodMeasurement>();
        for (; start < to; start = next(start))
        {
            var end = next(start);
            periods.Add(new PeriodMeasurement(name(start), start < from ? from : start, end > to ? to : end, start >= from && end <= to, null));
        }

        return periods.ToImmutable();
    }

    /// <summary>Where the window of a budget starts that ends now.</summary>
    public static DateTimeOffset StartOf(PlannedWindow window, DateTimeOffset now) => (window.IsCalendar, window.Text) switch
    {
        (true, "week") => Monday(now),
        (true, "month") => Month(now),
        (true, "quarter") => Month(now).AddMonths(-((now.UtcDateTime.Month - 1) % 3)),
        (true, "year") => new DateTimeOffset(now.UtcDateTime.Year, 1, 1, 0, 0, 0, TimeSpan.Zero),
        _ => now - TimeSpan.FromMilliseconds(window.Length.Milliseconds),
    };

    private static DateTimeOffset Day(DateTimeOffset time) => new(time.UtcDateTime.Date, TimeSpan.Zero);

    private static DateTimeOffset Monday(DateTimeOffset time) => Day(time).AddDays(-(((int)time.UtcDateTime.DayOfWeek + 6) % 7));

    private static DateTimeOffset Month(DateTimeOffset time) => new(time.UtcDateTime.Year, time.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
}
