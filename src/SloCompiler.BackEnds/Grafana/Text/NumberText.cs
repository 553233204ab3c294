using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Text;

/// <summary>Numbers for people, exact and short.</summary>
internal static class NumberText
{
    /// <summary>A length of time in the unit in which it is 1 or more: <c>250ms</c>, <c>1.5s</c>.</summary>
    public static string Seconds(decimal seconds) => seconds < 1 ? ExactDecimal.Format(seconds * 1000) + "ms" : ExactDecimal.Format(seconds) + "s";

    /// <summary>Digits after the point of a share when it is written as a percentage: 1 for 0.999.</summary>
    public static int PercentDecimals(decimal share) => Trim(share * 100).Scale;

    private static decimal Trim(decimal value) => value / 1.000000000000000000000000000000m;
}
