using System.Globalization;

namespace SloCompiler.Explaining;

/// <summary>Numbers for people: few digits, the unit that fits.</summary>
public static class HumanNumbers
{
    /// <summary>A length of time, such as <c>52 s</c>, <c>43.2 min</c>, <c>3.6 h</c>, <c>2.1 d</c>.</summary>
    public static string Time(decimal seconds) => seconds switch
    {
        < 120 => Digits(seconds) + " s",
        < 120 * 60 => Digits(seconds / 60) + " min",
        < 48 * 3600 => Digits(seconds / 3600) + " h",
        _ => Digits(seconds / 86_400) + " d",
    };

    /// <summary>A length of time, or a dash where there is none.</summary>
    public static string Time(decimal? seconds) => seconds is { } known ? Time(known) : "–";

    /// <summary>A count with separators, such as <c>2,592,000</c>.</summary>
    public static string Count(decimal count) => count.ToString(count < 10 ? "#,0.##" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>A ratio as a percentage, exact.</summary>
    public static string Percent(decimal ratio) => (ratio * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%";

    /// <summary>A number as it is, in its shortest form.</summary>
    public static string Exact(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Digits(decimal number)
        => number.ToString(number < 10 ? "0.##" : number < 100 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
