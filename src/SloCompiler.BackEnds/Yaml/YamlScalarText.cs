using System.Globalization;
using System.Text;
using SloCompiler.PromQL;

namespace SloCompiler.BackEnds.Yaml;

/// <summary>Decides how a text is written so that every YAML reader gives the same text back.</summary>
internal static class YamlScalarText
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan",
    };

    /// <summary>Plain where nothing can be misread, else in quotes; always on one line.</summary>
    public static string Inline(string value) => IsPlain(value) ? value : Quote(value);

    /// <summary>Whether the text has several lines, all of which a literal block keeps as they are.</summary>
    public static bool FitsLiteralBlock(string value)
        => value.Contains('\n', StringComparison.Ordinal)
            && value[0] is not '\n'
            && value[^1] is not '\n'
            && !value.Contains(" \n", StringComparison.Ordinal)
            && value[^1] is not ' '
            && (IsAsciiOverLines(value) || (value.EnumerateRunes().All(r => r.Value == '\n' || IsPrintable(r)) && IsWellFormed(value)));

    /// <summary>A line as it may stand in a comment.</summary>
    public static string CommentText(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            text.Append(IsPrintable(rune) ? rune.ToString() : " ");
        }

        return text.ToString().TrimEnd();
    }

    private static bool IsAsciiOverLines(string value)
    {
        foreach (var c in value)
        {
            if (c is not ((>= ' ' and <= '~') or '\n'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(string value)
    {
        if (value.Length == 0 || value[^1] is ' ' or ':' || Words.Contains(value))
        {
            return false;
        }

        var startsSafely = char.IsAsciiLetter(value[0]) || value[0] is '_' or '(' or '/' || PrometheusDuration.TryParse(value, out _);
        return startsSafely
            && value != "0"
            && !value.Contains(": ", StringComparison.Ordinal)
            && !value.Contains('#', StringComparison.Ordinal)
            && IsPrintable(value);
    }

    /// <summary>Single quotes where that saves escapes, else double quotes.</summary>
    private static string Quote(string value)
        => value.Contains('"', StringComparison.Ordinal)
            && !value.Contains('\'', StringComparison.Ordinal)
            && IsPrintable(value)
                ? $"'{value}'"
                : DoubleQuote(value);

    private static string DoubleQuote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when IsPrintable(rune) => text.Append(rune.ToString()),
                <= 0xff => text.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}"),
                <= 0xffff => text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
            };
        }

        return text.Append('"').ToString();
    }

    private static bool IsPrintable(string value)
        => !value.AsSpan().ContainsAnyExceptInRange(' ', '~') || (value.EnumerateRunes().All(IsPrintable) && IsWellFormed(value));

    /// <summary>Half a surrogate pair cannot be written as UTF-8; it becomes U+FFFD, which only quoting does.</summary>
    private static bool IsWellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1])))
            {
                return false;
            }

            i += char.IsHighSurrogate(value[i]) ? 1 : 0;
        }

        return true;
    }

    /// <summary>What YAML calls printable, less its line breaks, the byte order mark and tabs.</summary>
    private static bool IsPrintable(Rune rune) => rune.Value switch
    {
        < 0x20 or 0x7f => false,
        < 0x7f => true,
        < 0xa0 => false,
        0x2028 or 0x2029 or 0xfeff or 0xfffe or 0xffff => false,
        _ => (rune.Value & 0xfffe) != 0xfffe,
    };
}
