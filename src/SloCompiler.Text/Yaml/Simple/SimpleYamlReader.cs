using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml.Composing;

namespace SloCompiler.Text.Yaml.Simple;

/// <summary>
/// Reads the YAML that people and generators mostly write: one document of block mappings and lists with scalars that start behind
/// their key or dash, and short ones in brackets. It gives up at whatever else it meets (null), also at what is wrong, and the full reader starts afresh: so it
/// need not know all of YAML, but what it reads it must read as the full reader does. It is several times as fast.
/// </summary>
internal sealed class SimpleYamlReader
{
    private const int MaxDepth = 50;
    private const int AtEnd = -1;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly SimpleScalars _scalars;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly AnchorTable _anchors;

    // What stands next: its offset and column, both from 0.
    private int _at;
    private int _column;
    private int _lastEnd;
    private int _depth;
    private int _nodes;

    private SimpleYamlReader(SourceText source)
    {
        _source = source;
        _text = source.Content;
        _scalars = new SimpleScalars(source);
        _anchors = new AnchorTable(source, _diagnostics);
    }

    /// <summary>Reads a file; null where it is more than is understood here, and then nothing is reported.</summary>
    public static YamlDocument? Read(SourceText source, DiagnosticBag diagnostics)
    {
        if (!SimpleChars.AreSimple(source.Content))
        {
            return null;
        }

        var reader = new SimpleYamlReader(source);
        if (reader.ReadRoot() is not { } root)
        {
            return null;
        }

        diagnostics.ReportAll(reader._diagnostics);
        return new YamlDocument(source, root);
    }

    private YamlMapping? ReadRoot()
    {
        MoveToLine(0);
        return _at != AtEnd && _column == 0 && ReadMapping() is { } root && _at == AtEnd ? root : null;
    }

    /// <summary>Goes to what stands in the first line, from the start of a line on, that is neither blank nor a comment.</summary>
    private void MoveToLine(int start)
    {
        while (start < _text.Length)
        {
            var first = SimpleChars.SkipSpaces(_text, start);
            if (first < _text.Length && _text[first] is not ('\n' or '#'))
            {
                (_at, _column) = (first, first - start);
                return;
            }

            start = SimpleChars.EndOfLine(_text, first) + 1;
        }

        (_at, _column) = (AtEnd, AtEnd);
    }

    private YamlMapping? ReadMapping()
    {
        var (start, column) = (_at, _column);
        var entries = new MappingBuilder(_anchors, _diagnostics);
        if (!TryEnter())
        {
            return null;
        }

        do
        {
            if (ReadKey() is not { } key || ReadValue(key, column) is not { } value)
            {
                return null;
            }

            entries.Add(key, value);
        }
        while (_column == column);

        _depth--;
        return _column < column ? entries.Build(SpanFrom(start), isFlow: false) : null;
    }

    private YamlScalar? ReadKey()
    {
        var length = SimpleChars.KeyLength(_text, _at);
        if (length == 0 || ++_nodes > YamlLimits.MaxNodes)
        {
            return null;
        }

        return _scalars.Plain(_at, length);
    }

    private YamlNode? ReadValue(YamlScalar key, int column)
    {
        var start = SimpleChars.SkipSpaces(_text, key.Span.Range.End + 1);
        if (SimpleChars.IsEndOrComment(_text, start))
        {
            MoveToLine(SimpleChars.EndOfLine(_text, start) + 1);
            return ReadBlock(column);
        }

        if (_text[start] is not ('|' or '>'))
        {
            return ReadInline(start, column);
        }

        return Taken(_scalars.ReadBlock(start, column, out var next), next);
    }

    /// <summary>What stands below a key: deeper, or a list at the key's own column.</summary>
    private YamlNode? ReadBlock(int column)
    {
        if (_column > column)
        {
            return SimpleChars.IsDash(_text, _at) ? ReadSequence() : ReadMapping();
        }

        return _column == column && SimpleChars.IsDash(_text, _at) ? ReadSequence() : null;
    }

    private YamlSequence? ReadSequence()
    {
        var (start, column) = (_at, _column);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        if (!TryEnter())
        {
            return null;
        }

        do
        {
            if (ReadItem(column) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }
        while (_column == column && SimpleChars.IsDash(_text, _at));

        _depth--;
        return _column <= column ? new YamlSequence(SpanFrom(start), items.DrainToImmutable()) : null;
    }

    private YamlNode? ReadItem(int column)
    {
        var start = SimpleChars.SkipSpaces(_text, _at + 1);
        if (SimpleChars.IsEndOrComment(_text, start))
        {
            return null;
        }

        if (SimpleChars.KeyLength(_text, start) == 0)
        {
            return ReadInline(start, column);
        }

        (_at, _column) = (start, column + start - _at);
        return ReadMapping();
    }

    /// <summary>What stands in the rest of a line. A deeper line behind it would be its continuation, which is not understood here.</summary>
    private YamlNode? ReadInline(int start, int column)
    {
        int next;
        var node = _text[start] is '{' or '[' ? ReadBrackets(start, out next) : _scalars.ReadInline(start, out next);
        return Taken(node, next) is { } taken && _column <= column ? taken : null;
    }

    private YamlNode? ReadBrackets(int start, out int next)
    {
        var brackets = new SimpleBrackets(_source, _scalars, _anchors, _diagnostics);
        var node = brackets.Read(start, out next);
        _nodes += brackets.Nodes;
        return node;
    }

    private YamlNode? Taken(YamlNode? node, int next)
    {
        if (node is null || ++_nodes > YamlLimits.MaxNodes)
        {
            return null;
        }

        _lastEnd = node.Span.Range.End;
        MoveToLine(next);
        return node;
    }

    private bool TryEnter() => ++_depth <= MaxDepth && ++_nodes <= YamlLimits.MaxNodes;

    private SourceSpan SpanFrom(int start) => new(_source, TextSpan.FromBounds(start, _lastEnd));
}
