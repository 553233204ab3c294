using System.Globalization;
using System.Text;

namespace SloCompiler.Language.Templates.Parsing;

/// <summary>Strings as Go's source code and messages write them.</summary>
internal static class GoText
{
    private const string Escaped = "\a\b\f\n\r\t\v\\\"";
    private const string Letters = "abfnrtv\\\"";

    /// <summary>In double quotes, with escapes for what cannot be printed.</summary>
    public static string Quote(string value)
    {
        var builder = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            var escape = rune.IsBmp ? Escaped.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
            if (escape >= 0)
            {
                builder.Append('\\').Append(Letters[escape]);
            }
            else if (IsPrintable(rune))
            {
                builder.Append(rune.ToString());
            }
            else
            {
                var format = rune.Value < 0x80 ? "\\x{0:x2}" : rune.IsBmp ? "\\u{0:x4}" : "\\U{0:x8}";
                builder.AppendFormat(CultureInfo.InvariantCulture, format, rune.Value);
            }
        }

        return builder.Append('"').ToString();
    }

    /// <summary>Whether Go prints the character as it is.</summary>
    public static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);

    /// <summary>What a string literal stands for; null where an escape is none. Bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="literal">With its quotes or backticks.</param>
    public static string? Unquote(string literal)
    {
        var body = literal[1..^1];
        if (literal[0] == '`')
        {
            return body.Replace("\r", "", StringComparison.Ordinal);
        }

        if (!body.Contains('\\', StringComparison.Ordinal))
        {
            return body;
        }

        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length;)
        {
            var length = ReadCharacter(body, i, literal[0], bytes);
            if (length == 0)
            {
                return null;
            }

            i += length;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>Where in a literal the character of an offset of its value is written.</summary>
    /// <param name="literal">A valid literal with its quotes.</param>
    /// <param name="valueOffset">Offset in the value, in UTF-16 units.</param>
    public static int OffsetInLiteral(string literal, int valueOffset)
    {
        var at = 1;
        var bytes = new List<byte>();
        var unclosed = literal[..^1];
        for (var reached = 0; reached < valueOffset && at < literal.Length - 1;)
        {
            bytes.Clear();
            var isRaw = literal[0] == '`';
            at += isRaw ? 1 : Math.Max(1, ReadCharacter(unclosed, at, literal[0], bytes));
            reached += isRaw ? literal[at - 1] == '\r' ? 0 : 1 : Math.Max(1, Encoding.UTF8.GetCharCount([.. bytes]));
        }

        return Math.Min(at, literal.Length - 1);
    }

    /// <summary>What is wrong with a character constant; null where nothing is.</summary>
    public static string? ProblemOfCharacter(string literal)
    {
        var length = literal[1] == '\'' ? 0 : ReadCharacter(literal, 1, '\'', []);
        return length == 0 ? "invalid syntax" : length + 2 != literal.Length ? $"malformed character constant: {literal}" : null;
    }

    /// <summary>Adds the bytes of one character or escape and returns its length; 0 where it is none.</summary>
    private static int ReadCharacter(string text, int start, char quote, List<byte> bytes)
    {
        if (text[start] != '\\')
        {
            Rune.DecodeFromUtf16(text.AsSpan(start), out var plain, out var units);
            AddRune(bytes, plain);
            return units;
        }

        var kind = start + 1 < text.Length ? text[start + 1] : '\0';
        var simple = kind == quote ? quote : kind is '"' or '\0' ? '\0' : SimpleEscape(kind);
        if (simple != '\0')
        {
            bytes.Add((byte)simple);
            return 2;
        }

        return kind switch
        {
            'x' => ReadCode(text, start + 2, 2, 16, bytes) + 2,
            'u' => ReadCode(text, start + 2, 4, 16, bytes) + 2,
            'U' => ReadCode(text, start + 2, 8, 16, bytes) + 2,
            >= '0' and <= '7' => ReadCode(text, start + 1, 3, 8, bytes) + 1,
            _ => 0,
        } is var length and > 2 ? length : 0;
    }

    private static int ReadCode(string text, int start, int digits, int radix, List<byte> bytes)
    {
        long code = 0;
        for (var i = start; i < start + digits; i++)
        {
            var digit = i < text.Length && char.IsAsciiHexDigit(text[i]) ? (text[i] | 0x20) - (char.IsAsciiDigit(text[i]) ? '0' | 0x20 : 'a' - 10) : radix;
            if (digit >= radix)
            {
                return 0;
            }

            code = (code * radix) + digit;
        }

        if (digits <= 3)
        {
            bytes.Add((byte)code);
            return code <= byte.MaxValue ? digits : 0;
        }

        if (code > int.MaxValue || !Rune.IsValid((int)code))
        {
            return 0;
        }

        AddRune(bytes, new Rune((int)code));
        return digits;
    }

    private static void AddRune(List<byte> bytes, Rune rune)
    {
        Span<byte> encoded = stackalloc byte[4];
        bytes.AddRange(encoded[..rune.EncodeToUtf8(encoded)]);
    }

    private static char SimpleEscape(char kind)
    {
        var index = Letters.IndexOf(kind, StringComparison.Ordinal);
        return index < 0 ? '\0' : Escaped[index];
    }
}
