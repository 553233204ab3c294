using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;

namespace SloCompiler.Checks.Rules.Policies;

/// <summary>Finds comments like <c># owner: core</c>.</summary>
internal static class OwnerComment
{
    /// <summary>The owner that a comment in the rule, right above it, or at the top of its file names; null where none does.</summary>
    /// <param name="source">The file.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="word">The word in front of the colon.</param>
    public static string? Find(SourceText source, Rule rule, string word)
    {
        var content = source.Content;
        var start = StartOfLine(content, rule.Node.Span.Range.Start);
        while (start > 0 && StartOfLine(content, start - 1) is var above && IsComment(content.AsSpan(above, start - above)))
        {
            start = above;
        }

        return OwnerIn(content.AsSpan(start, rule.Node.Span.Range.End - start), word, onlyTop: false) ?? OwnerIn(content, word, onlyTop: true);
    }

    private static int StartOfLine(string content, int offset) => offset == 0 ? 0 : content.LastIndexOf('\n', offset - 1) + 1;

    private static string? OwnerIn(ReadOnlySpan<char> text, string word, bool onlyTop)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (onlyTop && !IsComment(line) && !line.IsWhiteSpace() && !line.StartsWith("---", StringComparison.Ordinal))
            {
                return null;
            }

            if (OwnerIn(line, word) is { } owner)
            {
                return owner;
            }
        }

        return null;
    }

    private static bool IsComment(ReadOnlySpan<char> line) => line.TrimStart().StartsWith("#", StringComparison.Ordinal);

    private static string? OwnerIn(ReadOnlySpan<char> line, string word)
    {
        var comment = line[(line.IndexOf('#') + 1)..].Trim();
        return line.Contains('#') && comment.StartsWith(word, StringComparison.Ordinal) && comment[word.Length..] is [':', .. var owner] && owner.Trim().Length > 0
            ? owner.Trim().ToString()
            : null;
    }
}
