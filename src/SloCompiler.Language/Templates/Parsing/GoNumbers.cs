using System.Buffers;
using System.Globalization;

namespace SloCompiler.Language.Templates.Parsing;

/// <summary>Which of the texts that look like numbers Go's text/template takes.</summary>
internal static class GoNumbers
{
    private static readonly SearchValues<char> DecimalChars = SearchValues.Create("0123456789.eE+-");

    private const string ComplexProblem = "syntax error scanning complex number";

    /// <summary>What is wrong with a number; null where nothing is.</summary>
    public static string? ProblemOf(string text)
    {
        if ((text[^1] == 'i' && IsFloat(text[..^1])) || IsInteger(text, out var fits))
        {
            return null;
        }

        if (!IsFloat(text))
        {
            return $"illegal number syntax: {GoText.Quote(text)}";
        }

        return text.AsSpan().ContainsAny(".eEpP") ? null : $"integer overflow: {GoText.Quote(text)}";
    }

    /// <summary>What is wrong with a real and an imaginary number in one word; null where nothing is.</summary>
    public static string? ProblemOfComplex(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '+' or '-' && IsFloat(text[..i]) && IsFloat(text[i..^1]))
            {
                return null;
            }
        }

        return ComplexProblem;
    }

    private static bool IsInteger(string text, out bool fits)
    {
        fits = false;
        var isNegative = text[0] == '-';
        var digits = text[0] is '+' or '-' ? text[1..] : text;
        var radix = RadixOf(digits, out var prefix);
        if (!HasSoundUnderscores(digits) || prefix >= digits.Length)
        {
            return false;
        }

        // A sign makes the number a signed one, which has one bit less.
        UInt128 value = 0;
        foreach (var c in digits.AsSpan(prefix))
        {
            if (c != '_' && (!char.IsAsciiHexDigit(c) || Digit(c) >= radix))
            {
                return false;
            }

            value = c == '_' ? value : (value * (uint)radix) + (uint)Digit(c);
            if (value > ulong.MaxValue)
            {
                return false;
            }
        }

        var most = text[0] == '+' ? (ulong)long.MaxValue : isNegative ? (ulong)long.MaxValue + 1 : ulong.MaxValue;
        fits = value <= most;
        return fits;
    }

    private static int RadixOf(string digits, out int prefix)
    {
        var kind = digits.Length > 1 && digits[0] == '0' ? digits[1] | 0x20 : 0;
        prefix = kind is 'x' or 'o' or 'b' ? 2 : 0;
        return kind switch { 'x' => 16, 'o' => 8, 'b' => 2, 0 => 10, _ => 8 };
    }

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private static bool IsFloat(string text)
    {
        var body = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        var isHex = body.Length > 1 && body[0] == '0' && (body[1] | 0x20) == 'x';
        if (!HasSoundUnderscores(body))
        {
            return false;
        }

        var plain = body.Replace("_", "", StringComparison.Ordinal);
        return isHex ? IsHexFloat(plain[2..]) : IsDecimalFloat(plain);
    }

    private static bool IsDecimalFloat(string text)
        => text.Length > 0
        && text.AsSpan().IndexOfAnyExcept(DecimalChars) < 0
        && text.AsSpan().ContainsAnyInRange('0', '9')
        && double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
        && text[^1] is not ('e' or 'E' or '+' or '-');

    /// <summary>Digits with at most one point, and an exponent, which is required.</summary>
    private static bool IsHexFloat(string text)
    {
        var p = text.IndexOf('p', StringComparison.OrdinalIgnoreCase);
        if (p < 1)
        {
            return false;
        }

        var mantissa = text[..p];
        var exponent = text[(p + 1)..].TrimStart('+', '-');
        var signs = text.Length - p - 1 - exponent.Length;
        var isSound = mantissa.Count(c => c == '.') <= 1
            && mantissa.Any(char.IsAsciiHexDigit)
            && mantissa.All(c => c == '.' || char.IsAsciiHexDigit(c))
            && signs <= 1
            && exponent.Length > 0
            && exponent.All(char.IsAsciiDigit);
        return isSound && IsFiniteHex(mantissa, exponent, isNegative: signs == 1 && text[p + 1] == '-');
    }

    private static bool IsFiniteHex(string mantissa, string exponent, bool isNegative)
    {
        var whole = mantissa.Split('.')[0].TrimStart('0');
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        if (digits.Length == 0 || (isNegative && whole.Length < 200))
        {
            return true;
        }

        // The power of two of the first digit decides whether the number is beyond the largest double.
        var leadingZeros = whole.Length > 0 ? 0 : mantissa.TrimStart('0').Skip(1).TakeWhile(c => c == '0').Count();
        var top = (whole.Length > 0 ? 4L * whole.Length : -4L * leadingZeros) - 4 + (long)Math.Floor(Math.Log2(Digit(digits[0])));
        var power = exponent.Length > 9 ? 999_999_999 : long.Parse(exponent, CultureInfo.InvariantCulture);
        return top + (isNegative ? -power : power) < 1024;
    }

    /// <summary>Whether underscores stand only between digits, or between the prefix and a digit.</summary>
    private static bool HasSoundUnderscores(string text)
    {
        if (!text.Contains('_', StringComparison.Ordinal))
        {
            return true;
        }

        var isPrefixed = text.Length > 1 && text[0] == '0' && (text[1] | 0x20) is 'x' or 'o' or 'b';
        var isHex = isPrefixed && (text[1] | 0x20) == 'x';
        var before = isPrefixed ? '0' : '^';
        for (var i = isPrefixed ? 2 : 0; i < text.Length; i++)
        {
            var isDigit = char.IsAsciiDigit(text[i]) || (isHex && char.IsAsciiHexDigit(text[i]));
            if ((text[i] == '_' && before != '0') || (text[i] != '_' && !isDigit && before == '_'))
            {
                return false;
            }

            before = isDigit ? '0' : text[i] == '_' ? '_' : '!';
        }

        return before != '_';
    }
}
