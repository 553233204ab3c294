using System.Globalization;
using System.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>Go's string literals, as PromQL uses them.</summary>
internal static class PromQlStrings
{
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
        foreach (var rune in value.EnumerateRunes())
        {
            AppendRune(builder, rune);
        }

        builder.Append('"');
    }

    /// <summary>Decodes a literal with its quotes.</summary>
    /// <returns>The value, or null with the reason in <paramref name="problem"/>.</returns>
    public static string? Decode(ReadOnlySpan<char> literal, out string? problem)
    {
        var body = literal[1..^1];
        problem = null;
        if (HasLoneSurrogate(body))
        {
            problem = "invalid UTF-8 in string";
            return null;
        }

        if (literal[0] == '`')
        {
            return body.Contains('\r') ? body.ToString().Replace("\r", "", StringComparison.Ordinal) : body.ToString();
        }

        return body.Contains('\\') ? DecodeEscapes(body, literal[0], out problem) : body.ToString();
    }

    /// <summary>Takes one character or escape of a valid literal, and writes what it stands for.</summary>
    public static void Take(ref ReadOnlySpan<char> body, char quote, MemoryStream bytes)
    {
        if (quote != '`' && body[0] == '\\' && TryReadEscape(ref body, quote, bytes))
        {
            return;
        }

        // A raw literal drops its carriage returns.
        Rune.DecodeFromUtf16(body, out var plain, out var consumed);
        Span<byte> encoded = stackalloc byte[4];
        bytes.Write(encoded[..(quote == '`' && plain.Value == '\r' ? 0 : plain.EncodeToUtf8(encoded))]);
        body = body[consumed..];
    }

    private static string? DecodeEscapes(ReadOnlySpan<char> body, char quote, out string? problem)
    {
        problem = null;
        var bytes = new MemoryStream(body.Length);
        Span<byte> encoded = stackalloc byte[4];
        while (!body.IsEmpty)
        {
            if (body[0] != '\\')
            {
                Rune.DecodeFromUtf16(body, out var plain, out var consumed);
                bytes.Write(encoded[..plain.EncodeToUtf8(encoded)]);
                body = body[consumed..];
            }
            else if (!TryReadEscape(ref body, quote, bytes))
            {
                problem = "invalid escape sequence in string";
                return null;
            }
        }

        var span = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        problem = System.Text.Unicode.Utf8.IsValid(span) ? null : "invalid UTF-8 in string";
        return problem is null ? Encoding.UTF8.GetString(span) : null;
    }

    private static bool TryReadEscape(ref ReadOnlySpan<char> body, char quote, MemoryStream bytes)
    {
        if (body.Length < 2)
        {
            return false;
        }

        var kind = body[1];
        var simple = kind == quote ? quote : SimpleEscape(kind);
        if (simple != '\0')
        {
            bytes.WriteByte((byte)simple);
            body = body[2..];
            return true;
        }

        return kind switch
        {
            'x' => TryReadNumber(ref body, 2, 2, 16, bytes, isByte: true),
            'u' => TryReadNumber(ref body, 2, 4, 16, bytes, isByte: false),
            'U' => TryReadNumber(ref body, 2, 8, 16, bytes, isByte: false),
            >= '0' and <= '7' => TryReadNumber(ref body, 1, 3, 8, bytes, isByte: true),
            _ => false,
        };
    }

    private static bool TryReadNumber(ref ReadOnlySpan<char> body, int start, int digits, int radix, MemoryStream bytes, bool isByte)
    {
        long value = 0;
        for (var i = start; i < start + digits; i++)
        {
            if (i >= body.Length || !char.IsAsciiHexDigit(body[i]) || Convert.ToInt32(body[i].ToString(), 16) >= radix)
            {
                return false;
            }

            value = (value * radix) + Convert.ToInt32(body[i].ToString(), 16);
        }

        body = body[(start + digits)..];
        return isByte ? TryWriteByte(bytes, value) : TryWriteRune(bytes, value);
    }

    private static bool TryWriteByte(MemoryStream bytes, long value)
    {
        if (value > byte.MaxValue)
        {
            return false;
        }

        bytes.WriteByte((byte)value);
        return true;
    }

    private static bool TryWriteRune(MemoryStream bytes, long value)
    {
        if (value > int.MaxValue || !Rune.IsValid((int)value))
        {
            return false;
        }

        Span<byte> encoded = stackalloc byte[4];
        bytes.Write(encoded[..new Rune((int)value).EncodeToUtf8(encoded)]);
        return true;
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

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var next = text.IndexOfAnyInRange('\ud800', '\udfff');
            if (next < 0)
            {
                return false;
            }

            if (Rune.DecodeFromUtf16(text[next..], out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            text = text[(next + consumed)..];
        }

        return false;
    }

    private static void AppendRune(StringBuilder builder, Rune rune)
    {
        var escape = "\a\b\f\n\r\t\v\\\"".IndexOf((char)rune.Value, StringComparison.Ordinal);
        if (rune.IsBmp && escape >= 0)
        {
            builder.Append('\\').Append("abfnrtv\\\""[escape]);
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
