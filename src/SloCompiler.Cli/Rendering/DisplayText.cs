using System.Globalization;
using System.Text;
using SloCompiler.Text;

namespace SloCompiler.Cli.Rendering;

/// <summary>Text of users as a terminal can show it: what could move the cursor, turn the writing direction or hide is made visible.</summary>
public static class DisplayText
{
    private const int TabWidth = 4;
    private const int LongestSentence = 1000;

    /// <summary>One line without control characters and without passwords in URLs; line breaks become spaces.</summary>
    public static string OneLine(string text)
    {
        text = UrlSecrets.Hide(text);
        if (IsPlain(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(rune.Value is '\n' or '\r' ? " " : Show(rune));
        }

        return shown.ToString();
    }

    /// <summary>The same, cut where it is longer than anybody reads.</summary>
    public static string Sentence(string text) => text.Length <= LongestSentence ? OneLine(text) : OneLine(text[..LongestSentence]) + "…";

    /// <summary>How a character is shown.</summary>
    public static string Show(Rune rune) => rune.Value switch
    {
        '\t' => new string(' ', TabWidth),
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
        0x7f => "\u2421",
        >= 0x80 and < 0xa0 or 0x2028 or 0x2029 => "\ufffd",
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != 0x200d => "\ufffd",
        _ => rune.ToString(),
    };

    /// <summary>Columns that a text takes as shown.</summary>
    public static int WidthOf(string text)
    {
        if (IsPlain(text))
        {
            return text.Length;
        }

        var width = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            width += WidthOfCluster(rest[..length]);
            rest = rest[length..];
        }

        return width;
    }

    // A letter with its accents takes the columns of the letter; a picture that is put together of several takes two.
    private static int WidthOfCluster(ReadOnlySpan<char> cluster)
    {
        var widest = 0;
        var isPicture = false;
        var flags = 0;
        foreach (var rune in cluster.EnumerateRunes())
        {
            var columns = 0;
            foreach (var shown in Show(rune).EnumerateRunes())
            {
                columns += Columns(shown);
            }

            widest = Math.Max(widest, columns);
            isPicture |= rune.Value == 0xfe0f;
            flags += rune.Value is >= 0x1f1e6 and <= 0x1f1ff ? 1 : 0;
        }

        return isPicture || flags == 2 ? 2 : widest;
    }

    /// <summary>Whether every character is shown as it is, in one column.</summary>
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    // Wide ranges of Unicode's EastAsianWidth.txt, W and F, in blocks.
    private static int Columns(Rune rune) => rune.Value switch
    {
        0x200d or (>= 0xfe00 and <= 0xfe0f) => 0,
        >= 0x1100 and <= 0x115f => 2,
        >= 0x2e80 and <= 0x303e => 2,
        >= 0x3041 and <= 0xa4cf => 2,
        >= 0xac00 and <= 0xd7a3 => 2,
        >= 0xf900 and <= 0xfaff => 2,
        >= 0xfe30 and <= 0xfe6f => 2,
        >= 0xff00 and <= 0xff60 => 2,
        >= 0xffe0 and <= 0xffe6 => 2,
        >= 0x1f300 and <= 0x1f64f => 2,
        >= 0x1f680 and <= 0x1f6ff => 2,
        >= 0x1f900 and <= 0x1faff => 2,
        >= 0x20000 and <= 0x3fffd => 2,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : 1,
    };
}
