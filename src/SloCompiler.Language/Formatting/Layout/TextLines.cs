namespace SloCompiler.Language.Formatting.Layout;

/// <summary>Lines as the YAML scanner sees them.</summary>
internal static class TextLines
{
    private const int TabWidth = 2;

    /// <summary>Whether a character ends a line.</summary>
    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether a character is space inside a line.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>The lines of a range, without their breaks; at least one.</summary>
    public static List<Range> Split(string text, int start, int end)
    {
        var lines = new List<Range>();
        var lineStart = start;
        for (var i = start; i < end; i++)
        {
            if (IsBreak(text[i]))
            {
                lines.Add(lineStart..i);
                i += text[i] == '\r' && i + 1 < end && text[i + 1] == '\n' ? 1 : 0;
                lineStart = i + 1;
            }
        }

        lines.Add(lineStart..end);
        return lines;
    }

    /// <summary>Columns of the space at the start of a line.</summary>
    public static int IndentOf(ReadOnlySpan<char> line)
    {
        var indent = 0;
        foreach (var c in line)
        {
            if (!IsBlank(c))
            {
                break;
            }

            indent += c == '\t' ? TabWidth : 1;
        }

        return indent;
    }

    /// <summary>Start of the line that holds an offset.</summary>
    public static int StartOfLine(string text, int offset)
    {
        var start = offset;
        while (start > 0 && !IsBreak(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    /// <summary>End of the line that holds an offset, in front of its break.</summary>
    public static int EndOfLine(string text, int offset)
    {
        var end = offset;
        while (end < text.Length && !IsBreak(text[end]))
        {
            end++;
        }

        return end;
    }
}
