using System.Globalization;

namespace SloCompiler.PromQL.Parsing;

/// <summary>The number and duration literals of PromQL.</summary>
internal static class PromQlNumbers
{
    /// <summary>Units taken by a number at the start of a text; 0 where none stands there.</summary>
    public static int NumberLength(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X')
        {
            return HexLength(text);
        }

        var position = Digits(text, 0);
        if (position < text.Length && text[position] == '.')
        {
            position = Digits(text, position + 1);
        }

        return Exponent(text, position);
    }

    /// <summary>Units taken by a duration at the start of a text; 0 where none stands there.</summary>
    public static int DurationLength(ReadOnlySpan<char> text)
    {
        var position = 0;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            var unit = position;
            while (unit < text.Length && char.IsAsciiDigit(text[unit]))
            {
                unit++;
            }

            var unitLength = UnitLength(text[unit..]);
            if (unitLength == 0)
            {
                return 0;
            }

            position = unit + unitLength;
        }

        return position;
    }

    /// <summary>The value of a number token; null where it exceeds a double.</summary>
    public static double? ParseNumber(ReadOnlySpan<char> text)
    {
        if (text.Contains('_'))
        {
            text = text.ToString().Replace("_", "", StringComparison.Ordinal);
        }

        if (text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X')
        {
            return ulong.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
        }

        if (text.Length > 1 && text[0] == '0' && TryParseOctal(text, out var octal))
        {
            return octal;
        }

        var isRead = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        return isRead && double.IsFinite(value) ? value : null;
    }

    private static bool TryParseOctal(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (c is < '0' or > '7')
            {
                return false;
            }

            value = (value * 8) + (c - '0');
        }

        return true;
    }

    private static int HexLength(ReadOnlySpan<char> text)
    {
        var position = 2;
        var lastWasDigit = true;
        while (position < text.Length && (char.IsAsciiHexDigit(text[position]) || (text[position] == '_' && lastWasDigit)))
        {
            lastWasDigit = text[position] != '_';
            position++;
        }

        return lastWasDigit && position > 2 ? position : 0;
    }

    private static int Digits(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || IsSeparator(text, position)))
        {
            position++;
        }

        return position;
    }

    private static bool IsSeparator(ReadOnlySpan<char> text, int position) => text[position] == '_' && position > 0
        && char.IsAsciiDigit(text[position - 1]) && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]);

    private static int Exponent(ReadOnlySpan<char> text, int position)
    {
        if (position >= text.Length || text[position] is not ('e' or 'E'))
        {
            return position;
        }

        var digits = position + 1;
        digits += digits < text.Length && text[digits] is '+' or '-' ? 1 : 0;
        var end = Digits(text, digits);
        return end > digits ? end : position;
    }

    private static int UnitLength(ReadOnlySpan<char> text) => text switch
    {
        ['m', 's', ..] => 2,
        ['y' or 'w' or 'd' or 'h' or 'm' or 's', ..] => 1,
        _ => 0,
    };
}
