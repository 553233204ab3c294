using System.Globalization;
using System.Text;

namespace SloCompiler.PromQL.Printing;

/// <summary>Durations as Prometheus writes them in expressions.</summary>
public static class PromQlDurationFormat
{
    private static readonly (string Unit, long Milliseconds, bool MustBeWhole)[] Units =
    [
        ("y", 31_536_000_000, true), ("w", 604_800_000, true), ("d", 86_400_000, false), ("h", 3_600_000, false),
        ("m", 60_000, false), ("s", 1000, false), ("ms", 1, false),
    ];

    /// <summary>
    /// The largest units first: <c>1h30m</c>. Years and weeks are used only where nothing is left over: <c>1w</c>, but <c>8d</c>.
    /// </summary>
    public static string Format(PrometheusDuration duration)
    {
        if (duration.Milliseconds == 0)
        {
            return "0s";
        }

        var text = new StringBuilder(duration.Milliseconds < 0 ? "-" : "");
        var rest = Math.Abs((decimal)duration.Milliseconds);
        foreach (var (unit, length, mustBeWhole) in Units)
        {
            if (rest >= length && !(mustBeWhole && rest % length != 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"{decimal.Floor(rest / length)}{unit}");
                rest %= length;
            }
        }

        return text.ToString();
    }
}
