using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml.Composing;

namespace SloCompiler.Text.Yaml.Simple;

/// <summary>Reads a mapping in braces or a list in brackets that ends in its line and holds only scalars; gives up (null) at anything else.</summary>
internal sealed class SimpleBrackets(SourceText source, SimpleScalars scalars, AnchorTable anchors, DiagnosticBag diagnostics)
{
    private readonly string _text = source.Content;

    // The sign in front of the next entry, then the one behind it.
    private int _sign;

    /// <summary>Nodes read so far.</summary>
    public int Nodes { get; private set; }

    /// <summary>Reads a collection.</summary>
    /// <param name="start">Where its bracket opens.</param>
    /// <param name="next">Start of the next line.</param>
    public YamlNode? Read(int start, out int next)
    {
        next = SimpleChars.EndOfLine(_text, start) + 1;
        _sign = start;
        YamlNode? node = _text[start] == '{' ? ReadMapping(start) : ReadSequence(start);
        return node is not null && SimpleChars.IsEndOrComment(_text, SimpleChars.SkipSpaces(_text, _sign + 1)) ? node : null;
    }

    private YamlMapping? ReadMapping(int start)
    {
        var entries = new MappingBuilder(anchors, diagnostics);
        do
        {
            var at = SimpleChars.SkipSpaces(_text, _sign + 1);
            var length = at < _text.Length ? SimpleChars.KeyLength(_text, at) : 0;
            if (length == 0 || ReadScalar(at + length + 1) is not { } value)
            {
                return null;
            }

            entries.Add(scalars.Plain(at, length), value);
            Nodes++;
        }
        while (_text[_sign] == ',');

        return _text[_sign] == '}' ? entries.Build(SpanFrom(start), isFlow: true) : null;
    }

    private YamlSequence? ReadSequence(int start)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        do
        {
            if (ReadScalar(_sign + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (_text[_sign] == ',');

        return _text[_sign] == ']' ? new YamlSequence(SpanFrom(start), items.DrainToImmutable()) : null;
    }

    private YamlScalar? ReadScalar(int start)
    {
        if (scalars.ReadInBrackets(SimpleChars.SkipSpaces(_text, start)) is not { } scalar)
        {
            return null;
        }

        Nodes++;
        _sign = SimpleChars.SkipSpaces(_text, scalar.Span.Range.End);
        return _sign < _text.Length && _text[_sign] is ',' or '}' or ']' ? scalar : null;
    }

    private SourceSpan SpanFrom(int start) => new(source, TextSpan.FromBounds(start, _sign + 1));
}
