namespace SloCompiler.Text.Yaml.Scalars;

/// <summary>
/// Characters as the YAML scanner sees them. It takes NEL, LS and PS for line breaks, as YAML 1.1 did;
/// <see cref="SourceText"/> does not, as editors do not.
/// </summary>
internal static class YamlChars
{
    public static bool IsBlank(char c) => c is ' ' or '\t';

    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    public static bool IsBlankOrBreak(char c) => IsBlank(c) || IsBreak(c);

    /// <summary>Units of the line break at an offset: 2 for <c>\r\n</c>.</summary>
    public static int BreakLength(string text, int offset)
        => text[offset] == '\r' && offset + 1 < text.Length && text[offset + 1] == '\n' ? 2 : 1;

    /// <summary>What a line break is in a value.</summary>
    public static char BreakValue(char c) => c is '\u2028' or '\u2029' ? c : '\n';

    /// <summary>The offset behind the tag and the anchor in front of a node, and the space around them.</summary>
    /// <param name="text">The file.</param>
    /// <param name="start">Where the node starts, with its tag or anchor.</param>
    /// <param name="end">The last offset to look at.</param>
    public static int SkipProperties(string text, int start, int end)
    {
        var offset = start;
        if (offset >= end || text[offset] is not ('&' or '!'))
        {
            return start;
        }

        while (offset < end)
        {
            switch (text[offset])
            {
                case '!' when text.AsSpan(offset).StartsWith("!<"):
                    offset = Math.Min(end, SkipWhile(text, offset, end, c => c != '>') + 1);
                    break;
                case '!':
                    offset = SkipWhile(text, offset, end, c => !IsBlankOrBreak(c));
                    break;
                case '&':
                    offset = SkipWhile(text, offset, end, c => !IsBlankOrBreak(c) && c is not (',' or '[' or ']' or '{' or '}'));
                    break;
                case '#':
                    offset = SkipWhile(text, offset, end, c => !IsBreak(c));
                    break;
                case var c when IsBlankOrBreak(c):
                    offset++;
                    break;
                default:
                    return offset;
            }
        }

        return end;
    }

    private static int SkipWhile(string text, int start, int end, Func<char, bool> condition)
    {
        var offset = start;
        while (offset < end && condition(text[offset]))
        {
            offset++;
        }

        return offset;
    }
}
