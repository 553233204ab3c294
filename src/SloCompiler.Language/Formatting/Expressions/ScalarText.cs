using System.Buffers;
using System.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Formatting.Expressions;

/// <summary>Decides how a text on one line is written so that readers of YAML 1.1 and 1.2 take it for that text.</summary>
internal static class ScalarText
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan",
    };

    private static readonly SearchValues<char> FlowSigns = SearchValues.Create(",[]{}");

    /// <summary>Whether it needs no quotes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isInFlow">Whether it stands in brackets or braces.</param>
    /// <param name="style">How it was written: quotes around what starts with a digit are the author's.</param>
    public static bool IsPlain(string text, bool isInFlow, YamlScalarStyle style)
        => text.Length > 0
            && (StartsWithWord(text) || (style == YamlScalarStyle.Plain && StartsWithNumber(text)))
            && !Words.Contains(text)
            && text[^1] is not (' ' or ':')
            && !text.Contains(": ", StringComparison.Ordinal)
            && !text.Contains(" #", StringComparison.Ordinal)
            && !(isInFlow && text.AsSpan().ContainsAny(FlowSigns));

    /// <summary>In the author's kind of quotes, or single ones where nothing speaks for double ones.</summary>
    public static string Quoted(string text, YamlScalarStyle style)
        => style == YamlScalarStyle.DoubleQuoted && !text.AsSpan().ContainsAny('"', '\\')
            ? $"\"{text}\""
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Whether YAML can hold every character without escapes.</summary>
    public static bool IsPrintable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var isPrintable = rune.Value is '\n' or (>= ' ' and < 0x7f) or (>= 0xa0 and not (0x2028 or 0x2029 or 0xfeff or 0xfffe or 0xffff));
            if (!isPrintable || rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }

    private static bool StartsWithWord(string text) => char.IsAsciiLetter(text[0]) || text[0] is '_' or '(';

    // What goes on behind a space is neither a number nor a date.
    private static bool StartsWithNumber(string text) => char.IsAsciiDigit(text[0]) && text.Contains(' ', StringComparison.Ordinal);
}
