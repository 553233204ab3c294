using System.Globalization;

namespace SloCompiler.PromQL.Printing;

/// <summary>Numbers as Prometheus writes them.</summary>
public static class PromQlNumberFormat
{
    // Go writes an exponent outside of these powers of ten.
    private const int LeastPlainExponent = -4;
    private const int FirstLargeExponent = 6;

    /// <summary>
    /// The shortest decimal that reads back as the same double, never with an exponent: <c>0.001</c>, <c>1000000</c>, <c>+Inf</c>,
    /// <c>NaN</c>. Numbers in expressions have this form.
    /// </summary>
    public static string Format(double value)
    {
        if (TextOfSpecial(value) is { } special)
        {
            return special;
        }

        var (digits, exponent) = Split(Math.Abs(value));
        return Sign(value) + Plain(digits, exponent);
    }

    /// <summary>
    /// The same with an exponent where the number is large or small: <c>0.001</c>, <c>1e-05</c>, <c>1e+06</c>. The values of fill
    /// modifiers have this form.
    /// </summary>
    public static string FormatShort(double value)
    {
        if (TextOfSpecial(value) is { } special)
        {
            return special;
        }

        var (digits, exponent) = Split(Math.Abs(value));
        return Sign(value) + (exponent is >= LeastPlainExponent and < FirstLargeExponent
            ? Plain(digits, exponent)
            : Scientific(digits, exponent));
    }

    private static string? TextOfSpecial(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => null,
    };

    private static string Sign(double value) => double.IsNegative(value) ? "-" : "";

    /// <summary>The significant digits, and the power of ten of the first.</summary>
    private static (string Digits, int Exponent) Split(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? shortest : shortest[..mark];
        var exponent = mark < 0 ? 0 : int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var significant = all.TrimStart('0');
        var leading = all.Length - significant.Length;
        significant = significant.TrimEnd('0');
        return significant.Length == 0 ? ("0", 0) : (significant, exponent + whole - leading - 1);
    }

    private static string Plain(string digits, int exponent) => exponent switch
    {
        < 0 => $"0.{new string('0', -exponent - 1)}{digits}",
        _ when digits.Length <= exponent + 1 => digits.PadRight(exponent + 1, '0'),
        _ => $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
    };

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        var sign = exponent < 0 ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{sign}{Math.Abs(exponent):00}");
    }
}
