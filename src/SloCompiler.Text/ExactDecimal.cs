using System.Globalization;

namespace SloCompiler.Text;

/// <summary>Decimals as they are written everywhere: exact, in their shortest form.</summary>
public static class ExactDecimal
{
    // A decimal has at most 28 digits behind the point.
    private const string AllDigits = "0.############################";

    /// <summary>All digits, without zeros at the end: <c>14.4</c>.</summary>
    public static string Format(decimal value) => value.ToString(AllDigits, CultureInfo.InvariantCulture);

    /// <summary>A ratio as a percentage: <c>0.0144</c> as <c>1.44%</c>.</summary>
    public static string FormatPercent(decimal ratio) => Format(ratio * 100) + "%";
}
