using System.Collections.Immutable;
using SloCompiler.Text.Yaml.Scalars;

namespace SloCompiler.Text.Yaml.Tokens;

/// <summary>Finds the comments of YAML: between tokens, and behind the header of a block scalar. What is inside texts is none.</summary>
public static class YamlComments
{
    /// <summary>The comments of a text, each from its sign to the end of its line, in order.</summary>
    /// <param name="source">The text.</param>
    /// <param name="tokens">Its tokens, from <see cref="YamlTokenReader"/>.</param>
    public static ImmutableArray<TextSpan> Find(SourceText source, ImmutableArray<YamlToken> tokens)
    {
        var comments = ImmutableArray.CreateBuilder<TextSpan>();
        var text = source.Content;
        var position = 0;
        foreach (var token in tokens.Where(t => t.IsWritten))
        {
            AddAll(text, position, token.Range.Start, comments);
            if (token.Kind is YamlTokenKind.Literal or YamlTokenKind.Folded)
            {
                AddAll(text, token.Range.Start, EndOfLine(text, token.Range.Start), comments);
            }

            position = Math.Max(position, token.Range.End);
        }

        AddAll(text, position, text.Length, comments);
        return comments.ToImmutable();
    }

    private static void AddAll(string text, int start, int end, ImmutableArray<TextSpan>.Builder comments)
    {
        while (start < end && text.IndexOf('#', start, end - start) is >= 0 and var sign)
        {
            start = EndOfLine(text, sign);
            comments.Add(new TextSpan(sign, text.AsSpan(sign, start - sign).TrimEnd().Length));
        }
    }

    private static int EndOfLine(string text, int offset)
    {
        while (offset < text.Length && !YamlChars.IsBreak(text[offset]))
        {
            offset++;
        }

        return offset;
    }
}
