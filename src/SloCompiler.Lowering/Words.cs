using System.Globalization;
using SloCompiler.PromQL;

namespace SloCompiler.Lowering;

/// <summary>Numbers as people read them.</summary>
internal static class Words
{
    private const string AllDigits = "0.############################";

    /// <summary>All digits, without trailing zeros.</summary>
    public static string Number(decimal value) => value.ToString(AllDigits, CultureInfo.InvariantCulture);

    /// <summary><c>0.0144</c> as <c>1.44%</c>.</summary>
    public static string Percent(decimal ratio) => Number(ratio * 100) + "%";

    /// <summary><c>0.25</c> as <c>250ms</c>, <c>90</c> as <c>1m30s</c>, <c>1.5</c> as <c>1.5s</c>, as authors write them.</summary>
    public static string Duration(decimal seconds)
    {
        var milliseconds = seconds * 1000;
        var isWhole = seconds >= 1 ? seconds == decimal.Truncate(seconds) : milliseconds == decimal.Truncate(milliseconds);
        return isWhole && milliseconds <= long.MaxValue
            ? new PrometheusDuration((long)milliseconds).ToString()
            : Number(seconds) + "s";
    }
}
