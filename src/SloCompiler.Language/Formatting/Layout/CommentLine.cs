namespace SloCompiler.Language.Formatting.Layout;

/// <summary>A comment on a line of its own, or a blank line.</summary>
/// <param name="Column">Where it starts, from 0.</param>
/// <param name="Text">The comment with its sign; empty for a blank line.</param>
internal readonly record struct CommentLine(int Column, string Text);

/// <summary>
/// The space behind the sign of comments. Lines that belong together get it together or not at all, so that what is commented
/// out keeps its shape.
/// </summary>
internal static class CommentSpacing
{
    /// <summary>Puts a space behind the sign in every run of comments that has none at all.</summary>
    public static void Apply(List<CommentLine> lines)
    {
        var start = 0;
        while (start < lines.Count)
        {
            var end = start;
            while (end < lines.Count && lines[end].Text.Length > 0)
            {
                end++;
            }

            if (lines[start..end].TrueForAll(line => IsClose(line.Text) || line.Text == "#"))
            {
                for (var i = start; i < end; i++)
                {
                    lines[i] = lines[i] with { Text = Spaced(lines[i].Text) };
                }
            }

            start = end + 1;
        }
    }

    /// <summary>A comment with a space behind its sign.</summary>
    public static string Spaced(string comment) => IsClose(comment) ? $"# {comment[1..]}" : comment;

    // Lines of signs are drawings, and #! speaks to a program.
    private static bool IsClose(string comment) => comment.Length > 1 && !char.IsWhiteSpace(comment[1]) && comment[1] is not ('#' or '!');
}
