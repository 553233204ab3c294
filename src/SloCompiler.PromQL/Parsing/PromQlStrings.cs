using System.Buffers;
using System.Globalization;
using System.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>Go's string literals, as PromQL uses them.</summary>
internal static class PromQlStrings
{
    private const int LastRune = 0x10ffff;
    private const int FirstHighByte = 0x80;
    private const char FirstStrayByte = '\udc80';
    private const char LastStrayByte = '\udcff';
    private const string NotTerminated = "escape sequence not terminated";

    /// <summary>Writes a text in double quotes with the escapes that Go uses.</summary>
    public static string Quote(string value)
    {
        var builder = new StringBuilder(value.Length + 2);
        AppendQuoted(builder, value);
        return builder.ToString();
    }

    /// <summary>Appends a text in double quotes with the escapes that Go uses.</summary>
    public static void AppendQuoted(StringBuilder builder, string value)
    {
        builder.Append('"');
        for (var i = 0; i < value.Length;)
        {
            var plain = PlainLength(value, i);
            builder.Append(value, i, plain);
            i += plain;
            if (i == value.Length)
            {
                break;
            }

            if (Rune.DecodeFromUtf16(value.AsSpan(i), out var rune, out var length) == OperationStatus.Done)
            {
                AppendRune(builder, rune, '"');
            }
            else if (value[i] is >= FirstStrayByte and <= LastStrayByte)
            {
                builder.Append(CultureInfo.InvariantCulture, $"\\x{value[i] - FirstStrayByte + FirstHighByte:x2}");
            }
            else
            {
                AppendRune(builder, Rune.ReplacementChar, '"');
            }

            i += length;
        }

        builder.Append('"');
    }

    /// <summary>How many characters from an offset on are written as they are.</summary>
    private static int PlainLength(string value, int start)
    {
        var end = start;
        while (end < value.Length && value[end] is >= ' ' and <= '~' and not ('"' or '\\'))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>A character in single quotes with the escapes that Go uses.</summary>
    public static string QuoteRune(Rune rune)
    {
        var builder = new StringBuilder("'");
        AppendRune(builder, rune, '\'');
        return builder.Append('\'').ToString();
    }

    /// <summary>A character of the basic plane in single quotes.</summary>
    public static string QuoteRune(char c) => QuoteRune(Rune.TryCreate(c, out var rune) ? rune : Rune.ReplacementChar);

    /// <summary>
    /// The value of a literal with its quotes, which the lexer has accepted. Bytes that are no UTF-8, which only <c>\x</c> and octal
    /// escapes can make, stand in it as lone surrogates (U+DC80 for 0x80 and so on), so that none is lost.
    /// </summary>
    public static string Decode(ReadOnlySpan<char> literal)
    {
        var body = literal[1..^1];
        return literal[0] != '`' && body.Contains('\\') ? DecodeEscapes(body, literal[0]) : body.ToString();
    }

    /// <summary>Reads an escape sequence.</summary>
    /// <param name="text">Text from the backslash on.</param>
    /// <param name="quote">The quote of the string.</param>
    /// <param name="value">The character, or the byte where the length of the sequence tells so: see <see cref="IsByteEscape"/>.</param>
    /// <param name="length">Units of the sequence, or up to what is wrong with it.</param>
    /// <returns>What is wrong, as Prometheus says it; null for a valid sequence.</returns>
    public static string? ReadEscape(ReadOnlySpan<char> text, char quote, out int value, out int length)
    {
        value = 0;
        length = Math.Min(2, text.Length);
        if (text.Length < 2)
        {
            return NotTerminated;
        }

        var kind = text[1];
        var simple = kind == quote ? quote : SimpleEscape(kind);
        if (simple != '\0')
        {
            value = simple;
            return null;
        }

        var (first, digits, radix, limit) = kind switch
        {
            >= '0' and <= '7' => (1, 3, 8, byte.MaxValue),
            'x' => (2, 2, 16, byte.MaxValue),
            'u' => (2, 4, 16, LastRune),
            'U' => (2, 8, 16, LastRune),
            _ => (0, 0, 0, 0),
        };
        return digits == 0
            ? $"unknown escape sequence {Name(text[1..])}"
            : ReadDigits(text, first, digits, radix, limit, out value, out length);
    }

    /// <summary>Takes one character or escape of a valid literal, and writes what it stands for.</summary>
    public static void Take(ref ReadOnlySpan<char> body, char quote, MemoryStream bytes)
    {
        Span<byte> encoded = stackalloc byte[4];
        if (quote == '`' || body[0] != '\\')
        {
            Rune.DecodeFromUtf16(body, out var plain, out var consumed);
            bytes.Write(encoded[..plain.EncodeToUtf8(encoded)]);
            body = body[consumed..];
            return;
        }

        var isByte = body.Length > 1 && IsByteEscape(body[1]);
        ReadEscape(body, quote, out var value, out var length);
        bytes.Write(encoded[..Encode(encoded, value, isByte)]);
        body = body[length..];
    }

    private static string? ReadDigits(ReadOnlySpan<char> text, int first, int digits, int radix, int limit, out int value, out int length)
    {
        long number = 0;
        value = 0;
        for (length = first; length < first + digits; length++)
        {
            if (length >= text.Length)
            {
                return NotTerminated;
            }

            var digit = char.IsAsciiHexDigit(text[length]) ? Convert.ToInt32(text[length].ToString(), 16) : radix;
            if (digit >= radix)
            {
                return $"illegal character {Name(text[length..])} in escape sequence";
            }

            number = (number * radix) + digit;
        }

        value = (int)Math.Min(number, int.MaxValue);
        return number > limit || number is >= 0xd800 and < 0xe000 ? "escape sequence is an invalid Unicode code point" : null;
    }

    /// <summary>A character as <c>U+0071 'q'</c>.</summary>
    private static string Name(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out var rune, out _);
        var code = string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
        return IsPrintable(rune) ? $"{code} '{rune}'" : code;
    }

    private static bool IsByteEscape(char kind) => kind is 'x' or (>= '0' and <= '7');

    private static string DecodeEscapes(ReadOnlySpan<char> body, char quote)
    {
        var bytes = new ArrayBufferWriter<byte>(body.Length);
        while (!body.IsEmpty)
        {
            if (body[0] != '\\')
            {
                var next = body.IndexOf('\\');
                var plain = next < 0 ? body : body[..next];
                Encoding.UTF8.GetBytes(plain, bytes);
                body = body[plain.Length..];
                continue;
            }

            var isByte = body.Length > 1 && IsByteEscape(body[1]);
            ReadEscape(body, quote, out var value, out var length);
            bytes.Advance(Encode(bytes.GetSpan(4), value, isByte));
            body = body[length..];
        }

        return FromBytes(bytes.WrittenSpan);
    }

    private static int Encode(Span<byte> encoded, int value, bool isByte)
    {
        encoded[0] = (byte)value;
        return isByte ? 1 : (Rune.IsValid(value) ? new Rune(value) : Rune.ReplacementChar).EncodeToUtf8(encoded);
    }

    private static string FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var builder = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var isRune = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done;
            builder.Append(isRune ? rune.ToString() : ((char)(FirstStrayByte + bytes[0] - FirstHighByte)).ToString());
            bytes = bytes[(isRune ? length : 1)..];
        }

        return builder.ToString();
    }

    private static char SimpleEscape(char kind) => kind switch
    {
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        '\\' => '\\',
        _ => '\0',
    };

    private static void AppendRune(StringBuilder builder, Rune rune, char quote)
    {
        var escape = "\a\b\f\n\r\t\v\\".IndexOf((char)rune.Value, StringComparison.Ordinal);
        if (rune.IsBmp && escape >= 0)
        {
            builder.Append('\\').Append("abfnrtv\\"[escape]);
        }
        else if (rune.Value == quote)
        {
            builder.Append('\\').Append(quote);
        }
        else if (IsPrintable(rune))
        {
            builder.Append(rune.ToString());
        }
        else
        {
            var format = rune.IsBmp ? rune.Value < 0x80 ? "\\x{0:x2}" : "\\u{0:x4}" : "\\U{0:x8}";
            builder.AppendFormat(CultureInfo.InvariantCulture, format, rune.Value);
        }
    }

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
