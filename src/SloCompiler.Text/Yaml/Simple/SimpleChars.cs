namespace SloCompiler.Text.Yaml.Simple;

/// <summary>The parts of lines, as far as <see cref="SimpleYamlReader"/> understands them.</summary>
internal static class SimpleChars
{
    /// <summary>Whether a text has neither tabs nor other controls, nor line breaks but <c>\n</c>.</summary>
    public static bool AreSimple(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' and not '\n' or (>= '\u007F' and < '\u00A0') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The next offset without a space.</summary>
    public static int SkipSpaces(string text, int offset)
    {
        while (offset < text.Length && text[offset] == ' ')
        {
            offset++;
        }

        return offset;
    }

    /// <summary>The offset of the line break that ends a line, or the end of the text.</summary>
    public static int EndOfLine(string text, int offset)
    {
        var end = offset < text.Length ? text.IndexOf('\n', offset) : -1;
        return end < 0 ? text.Length : end;
    }

    /// <summary>Whether nothing more is in the line but a comment, which needs a space in front of it.</summary>
    public static bool IsEndOrComment(string text, int offset)
        => offset >= text.Length || text[offset] == '\n' || (text[offset] == '#' && text[offset - 1] == ' ');

    /// <summary>Whether a dash starts an item.</summary>
    public static bool IsDash(string text, int offset)
        => text[offset] == '-' && offset + 1 < text.Length && text[offset + 1] is ' ' or '\n';

    /// <summary>Length of a key of letters, digits and <c>_ - . /</c> with the colon behind it; 0 for anything else.</summary>
    public static int KeyLength(string text, int offset)
    {
        var end = offset;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_' || (end > offset && text[end] is '-' or '.' or '/')))
        {
            end++;
        }

        var isKey = end < text.Length && text[end] == ':' && (end + 1 == text.Length || text[end + 1] is ' ' or '\n');
        return isKey && end - offset <= MaxKeyLength ? end - offset : 0;
    }

    /// <summary>Length of words without any sign that means something in brackets, without the spaces behind them; 0 where there are none.</summary>
    public static int WordsLength(string text, int offset)
    {
        var end = offset;
        for (var i = offset; i < text.Length && IsInWords(text[i]) && (i > offset || IsPlainStart(text[i])); i++)
        {
            end = text[i] == ' ' ? end : i + 1;
        }

        return end - offset;
    }

    private static bool IsInWords(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or '/' or '%' or '<' or '=' or '+' or '~';

    /// <summary>Whether a plain scalar may start so.</summary>
    public static bool IsPlainStart(char c) => c is not ('-' or '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!'
        or '|' or '>' or '\'' or '"' or '%' or '@' or '`');

    private const int MaxKeyLength = 200;
}
