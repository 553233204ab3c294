using System.Globalization;

namespace SloCompiler.Text;

/// <summary>Decimals as they are written everywhere: exact, in their shortest form.</summary>
public static class ExactDecimal
{
    /// <summary>All digits, without zeros at the end: <c>14.4</c>.</summary>
    public static string Format(decimal value)
    {
        // The text of a decimal has all of its digits, also zeros at the end, and never an exponent.
        var text = value == 0 ? "0" : value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A ratio as a percentage: <c>0.0144</c> as <c>1.44%</c>.</summary>
    public static string FormatPercent(decimal ratio) => Format(ratio * 100) + "%";
}
