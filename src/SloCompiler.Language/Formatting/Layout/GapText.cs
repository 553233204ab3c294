namespace SloCompiler.Language.Formatting.Layout;

/// <summary>What stands between two tokens: a comment at the end of a line, then blank lines and comments.</summary>
/// <param name="AtEnd">Comment at the end of the line on which the gap starts, with the space in front; empty where none is.</param>
/// <param name="Lines">The lines between; empty for blank ones.</param>
/// <param name="HasBreak">Whether the gap spans lines.</param>
internal sealed record GapText(string AtEnd, List<CommentLine> Lines, bool HasBreak)
{
    /// <summary>Reads a gap; null where something else than space and comments is in it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    public static GapText? Read(string text, int start, int end)
    {
        var ranges = TextLines.Split(text, start, end);
        var startsLine = start == 0;
        var lines = new List<CommentLine>();
        foreach (var range in ranges[(startsLine ? 0 : 1)..])
        {
            var line = text[range];
            var comment = line.Trim();
            if (comment.Length > 0 && comment[0] != '#')
            {
                return null;
            }

            lines.Add(new CommentLine(TextLines.IndentOf(line), comment));
        }

        // The last line is the indentation of what follows, unless the text ends there.
        if (lines is [.., { Text: "" }])
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var atEnd = startsLine ? "" : EndOfLine(text[ranges[0]]);
        CommentSpacing.Apply(lines);
        return atEnd is null ? null : new GapText(atEnd, lines, ranges.Count > 1 || startsLine);
    }

    private static string? EndOfLine(string rest)
    {
        var comment = rest.Trim();
        if (comment.Length == 0)
        {
            return "";
        }

        var space = rest[..(rest.Length - rest.TrimStart().Length)];
        var isAligned = space.Length > 0 && !space.Contains('\t', StringComparison.Ordinal);
        return comment[0] == '#' ? (isAligned ? space : "  ") + CommentSpacing.Spaced(comment) : null;
    }
}
