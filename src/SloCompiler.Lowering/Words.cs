using SloCompiler.PromQL;
using SloCompiler.Text;

namespace SloCompiler.Lowering;

/// <summary>Lengths of time as people read them.</summary>
internal static class Words
{
    /// <summary><c>0.25</c> as <c>250ms</c>, <c>90</c> as <c>1m30s</c>, <c>1.5</c> as <c>1.5s</c>, as authors write them.</summary>
    public static string Duration(decimal seconds)
    {
        var milliseconds = seconds * 1000;
        var isWhole = seconds >= 1 ? seconds == decimal.Truncate(seconds) : milliseconds == decimal.Truncate(milliseconds);
        return isWhole && milliseconds <= long.MaxValue
            ? new PrometheusDuration((long)milliseconds).ToString()
            : ExactDecimal.Format(seconds) + "s";
    }
}
