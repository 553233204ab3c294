using System.Collections.Immutable;
using SloCompiler.Text.Yaml.Composing;
using SloCompiler.Text.Yaml.Scalars;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace SloCompiler.Text.Yaml.Tokens;

/// <summary>Splits YAML into tokens with exact places. What is between two tokens is space, line breaks and comments.</summary>
public static class YamlTokenReader
{
    private const char ByteOrderMark = '\uFEFF';

    // Tokens without text open and close what other tokens begin, so that a sound text has few of them for each character.
    private const int MostTokensPerCharacter = 8;

    /// <summary>The tokens of a text that <see cref="YamlReader"/> has read without errors; null if they cannot be told apart.</summary>
    public static ImmutableArray<YamlToken>? Read(SourceText source)
    {
        var tokens = ImmutableArray.CreateBuilder<YamlToken>();
        var start = source.Content.StartsWith(ByteOrderMark) ? 1 : 0;
        var scanner = new Scanner(new TextSliceReader(source.Content, start), skipComments: true);
        var most = MostTokensPerCharacter * (source.Content.Length + 1L);
        try
        {
            while (scanner.MoveNext())
            {
                if (most-- <= 0)
                {
                    // The scanner goes on for ever behind some bad input.
                    return null;
                }

                if (scanner.Current is { } token && KindOf(token) is { } kind)
                {
                    tokens.Add(Create(source.Content, start, token, kind));
                }
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The scanner ends on bad input with exceptions of many types.
            return null;
        }

        return tokens.ToImmutable();
    }

    private static YamlToken Create(string text, int from, Token token, YamlTokenKind kind)
    {
        var start = (int)Math.Min(from + token.Start.Index, text.Length);
        var end = (int)Math.Clamp(from + token.End.Index, start, text.Length);
        var length = kind switch
        {
            YamlTokenKind.SequenceStart or YamlTokenKind.MappingStart or YamlTokenKind.BlockEnd => 0,
            YamlTokenKind.Entry or YamlTokenKind.FlowStart or YamlTokenKind.FlowEnd or YamlTokenKind.FlowEntry => 1,
            YamlTokenKind.Key => IsAt(text, start, '?') && end > start ? 1 : 0,
            YamlTokenKind.Value => IsAt(text, start, ':') ? 1 : 0,
            YamlTokenKind.Marker => MarkerLength(text, start),
            _ => end - start,
        };
        return new YamlToken(kind, new TextSpan(start, length), (int)token.Start.Column - 1);
    }

    // A directive is all of its line.
    private static int MarkerLength(string text, int start)
    {
        if (!IsAt(text, start, '%'))
        {
            return Math.Min(3, text.Length - start);
        }

        var end = start;
        while (end < text.Length && !YamlChars.IsBreak(text[end]))
        {
            end++;
        }

        return text.AsSpan(start, end - start).TrimEnd().Length;
    }

    private static bool IsAt(string text, int offset, char c) => offset < text.Length && text[offset] == c;

    private static YamlTokenKind? KindOf(Token token) => token switch
    {
        Scalar scalar => KindOf(scalar.Style),
        AnchorAlias => YamlTokenKind.Alias,
        Anchor or Tag => YamlTokenKind.Property,
        BlockEntry => YamlTokenKind.Entry,
        Key => YamlTokenKind.Key,
        Value => YamlTokenKind.Value,
        BlockSequenceStart => YamlTokenKind.SequenceStart,
        BlockMappingStart => YamlTokenKind.MappingStart,
        BlockEnd => YamlTokenKind.BlockEnd,
        FlowSequenceStart or FlowMappingStart => YamlTokenKind.FlowStart,
        FlowSequenceEnd or FlowMappingEnd => YamlTokenKind.FlowEnd,
        FlowEntry => YamlTokenKind.FlowEntry,
        DocumentStart or DocumentEnd or VersionDirective or TagDirective => YamlTokenKind.Marker,
        _ => null,
    };

    private static YamlTokenKind KindOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlTokenKind.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlTokenKind.DoubleQuoted,
        ScalarStyle.Literal => YamlTokenKind.Literal,
        ScalarStyle.Folded => YamlTokenKind.Folded,
        _ => YamlTokenKind.Plain,
    };
}
