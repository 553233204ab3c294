using System.Globalization;

namespace SloCompiler.BackEnds.Grafana.Text;

/// <summary>Numbers for people, exact and short.</summary>
internal static class NumberText
{
    /// <summary>Without zeros at the end: <c>14.4</c>.</summary>
    public static string Plain(decimal value) => Trim(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage: <c>99.9%</c>.</summary>
    public static string Percent(decimal share) => Plain(share * 100) + "%";

    /// <summary>A length of time in the unit in which it is 1 or more: <c>250ms</c>, <c>1.5s</c>.</summary>
    public static string Seconds(decimal seconds) => seconds < 1 ? Plain(seconds * 1000) + "ms" : Plain(seconds) + "s";

    /// <summary>Digits after the point of a share when it is written as a percentage: 1 for 0.999.</summary>
    public static int PercentDecimals(decimal share) => Trim(share * 100).Scale;

    private static decimal Trim(decimal value) => value / 1.000000000000000000000000000000m;
}
