using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace SloCompiler.Language.Formatting.Layout;

/// <summary>The written form of a block scalar, without its indentation.</summary>
/// <param name="Sign"><c>|</c> or <c>></c>.</param>
/// <param name="Chomping"><c>-</c>, <c>+</c> or nothing.</param>
/// <param name="HasIndicator">Whether its indentation is written as a number, because its first line starts with a space.</param>
/// <param name="Comment">What stands behind the header, with the space in front; empty where nothing does.</param>
/// <param name="Indent">Columns in front of its lines.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="End">Offset behind the last line, in front of its break.</param>
internal sealed record BlockScalarText(
    char Sign,
    string Chomping,
    bool HasIndicator,
    string Comment,
    int Indent,
    ImmutableArray<string> Lines,
    int End)
{
    private static readonly SearchValues<char> Indicators = SearchValues.Create("123456789+-");

    /// <summary>Reads it from the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="start">Offset of the sign.</param>
    /// <param name="end">Offset at which the scanner has found its end: behind the blank lines that follow.</param>
    /// <param name="parentColumn">Column of the list or mapping that holds it; -1 where none does.</param>
    public static BlockScalarText Read(string text, int start, int end, int parentColumn)
    {
        var headerEnd = TextLines.EndOfLine(text, start);
        var header = text[start..headerEnd];
        var length = 1 + header.AsSpan(1).IndexOfAnyExcept(Indicators);
        var indicators = length == 0 ? header : header[..length];
        var comment = length == 0 ? "" : header[length..].TrimEnd();
        var lines = Content(text, headerEnd, end);
        var digit = indicators.FirstOrDefault(char.IsAsciiDigit);
        var indent = digit == default ? FoundIndent(text, lines) : Math.Max(parentColumn, 0) + digit - '0';
        var chomping = indicators.Contains('+', StringComparison.Ordinal) ? "+" : indicators.Contains('-', StringComparison.Ordinal) ? "-" : "";
        var kept = WithoutBlankEnd(text, lines, indent, keepsBlankLines: chomping == "+");
        var isCut = kept.Count > 0 && kept[^1].End.Value == text.Length;
        return new BlockScalarText(
            header[0],
            isCut ? "-" : chomping,
            digit != default,
            comment,
            indent,
            [.. kept.Select(line => Stripped(text[line], indent))],
            kept.Count > 0 ? kept[^1].End.Value : headerEnd);
    }

    /// <summary>The header for new indentation.</summary>
    /// <param name="indicator">The number to write, where one is needed.</param>
    public string Header(int indicator)
        => string.Create(CultureInfo.InvariantCulture, $"{Sign}{(HasIndicator ? indicator : null)}{Chomping}");

    private static List<Range> Content(string text, int headerEnd, int end)
    {
        var lines = new List<Range>();
        var offset = headerEnd;
        while (offset < text.Length)
        {
            offset += text[offset] == '\r' && offset + 1 < text.Length && text[offset + 1] == '\n' ? 2 : 1;
            var lineEnd = TextLines.EndOfLine(text, offset);
            if (offset >= end || (end < lineEnd && text.AsSpan(offset, end - offset).Trim(' ').IsEmpty))
            {
                break;
            }

            lines.Add(offset..lineEnd);
            offset = lineEnd;
        }

        return lines;
    }

    private static int FoundIndent(string text, List<Range> lines)
    {
        var first = lines.FindIndex(line => !text.AsSpan()[line].Trim(' ').IsEmpty);
        return first < 0 ? int.MaxValue : text.AsSpan()[lines[first]].IndexOfAnyExcept(' ');
    }

    // A line of nothing but spaces is content where it is longer than the indentation.
    private static List<Range> WithoutBlankEnd(string text, List<Range> lines, int indent, bool keepsBlankLines)
    {
        var count = lines.Count;
        while (count > 0 && (!keepsBlankLines || lines[count - 1].End.Value == text.Length)
            && Stripped(text[lines[count - 1]], indent).Length == 0)
        {
            count--;
        }

        return lines[..count];
    }

    private static string Stripped(string line, int indent)
    {
        var spaces = 0;
        while (spaces < indent && spaces < line.Length && line[spaces] == ' ')
        {
            spaces++;
        }

        return line[spaces..];
    }
}
