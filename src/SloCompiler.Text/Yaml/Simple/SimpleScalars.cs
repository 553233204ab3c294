using System.Text;
using SloCompiler.Text.Yaml.Scalars;

namespace SloCompiler.Text.Yaml.Simple;

/// <summary>Reads scalars of one line, and block scalars; gives up (null) at what it does not understand.</summary>
internal sealed class SimpleScalars(SourceText source)
{
    private const int LongestShared = 24;

    private readonly string _text = source.Content;
    private readonly string?[] _shared = new string?[256];

    /// <summary>A plain scalar that is known to be one.</summary>
    public YamlScalar Plain(int start, int length)
        => new(source.Span(start, length), Text(start, length), YamlScalarStyle.Plain, null, null);

    /// <summary>Reads a plain or quoted scalar that ends in its line.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="next">Start of the next line.</param>
    public YamlScalar? ReadInline(int start, out int next)
    {
        var end = SimpleChars.EndOfLine(_text, start);
        next = end + 1;
        return _text[start] switch
        {
            '"' => ReadDoubleQuoted(start, end),
            '\'' => ReadSingleQuoted(start, end),
            var first when SimpleChars.IsPlainStart(first) => ReadPlain(start, end),
            _ => null,
        };
    }

    /// <summary>Reads a block scalar: <c>|</c> or <c>&gt;</c>, perhaps with an indentation, perhaps with <c>-</c>.</summary>
    /// <param name="start">Where its header starts.</param>
    /// <param name="column">Column of the mapping that it is in; its lines are deeper.</param>
    /// <param name="next">Start of the line behind it.</param>
    public YamlScalar? ReadBlock(int start, int column, out int next)
    {
        var headerEnd = SimpleChars.EndOfLine(_text, start);
        next = headerEnd + 1;
        var header = _text.AsSpan(start, headerEnd - start).TrimEnd(' ');
        var isStripped = header is [.., '-'];
        var indicator = isStripped ? header[1..^1] : header[1..];
        var indent = indicator switch
        {
            [] => SimpleChars.SkipSpaces(_text, next) - next,
            [>= '1' and <= '9' and var digit] => column + digit - '0',
            _ => 0,
        };
        var lines = new SimpleBlock(_text, indent, folds: header[0] == '>');
        if (indent <= column || !lines.TryRead(next))
        {
            return null;
        }

        next = lines.Next;
        var value = lines.Value(isStripped);
        var range = TextSpan.FromBounds(start, Math.Min(next, _text.Length));
        var style = header[0] == '>' ? YamlScalarStyle.Folded : YamlScalarStyle.Literal;
        return ScalarFactory.TryMap(_text, range, style, value) is { } offsets
            ? new YamlScalar(source.Span(start, lines.LastEnd - start), value, style, null, offsets)
            : null;
    }

    /// <summary>Reads a scalar between the signs of a list or mapping in brackets, one without signs that could mean more.</summary>
    public YamlScalar? ReadInBrackets(int start)
    {
        var quote = start < _text.Length ? _text[start] : '\n';
        if (quote is not ('"' or '\''))
        {
            var length = SimpleChars.WordsLength(_text, start);
            return length == 0 ? null : Plain(start, length);
        }

        var between = _text.AsSpan(start + 1).IndexOfAny(quote, '\\', '\n');
        var close = start + 1 + between;
        var isClosed = between >= 0 && _text[close] == quote && (close + 1 == _text.Length || _text[close + 1] != quote);
        var style = quote == '"' ? YamlScalarStyle.DoubleQuoted : YamlScalarStyle.SingleQuoted;
        return isClosed ? Unescaped(start, close, style, Text(start + 1, between)) : null;
    }

    private YamlScalar? ReadPlain(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            switch (_text[i])
            {
                case ':' when i + 1 == end || _text[i + 1] == ' ':
                    return null;
                case '#' when _text[i - 1] == ' ':
                    end = i;
                    break;
            }
        }

        var length = _text.AsSpan(start, end - start).TrimEnd(' ').Length;
        return Plain(start, length);
    }

    private YamlScalar? ReadSingleQuoted(int start, int end)
    {
        var hasQuotes = false;
        for (var i = start + 1; i < end; i++)
        {
            if (_text[i] != '\'')
            {
                continue;
            }

            if (i + 1 == end || _text[i + 1] != '\'')
            {
                var value = Text(start + 1, i - start - 1);
                return Quoted(start, i, YamlScalarStyle.SingleQuoted, hasQuotes ? value.Replace("''", "'", StringComparison.Ordinal) : value);
            }

            hasQuotes = true;
            i++;
        }

        return null;
    }

    private YamlScalar? ReadDoubleQuoted(int start, int end)
    {
        StringBuilder? decoded = null;
        var plain = start + 1;
        for (var i = start + 1; i < end; i++)
        {
            if (_text[i] == '"')
            {
                var last = Text(plain, i - plain);
                return Quoted(start, i, YamlScalarStyle.DoubleQuoted, decoded is null ? last : decoded.Append(last).ToString());
            }

            if (_text[i] == '\\')
            {
                if (i + 1 == end || Unescaped(_text[i + 1]) is not { } unit)
                {
                    return null;
                }

                decoded = (decoded ?? new StringBuilder(end - start)).Append(_text, plain, i - plain).Append(unit);
                i++;
                plain = i + 1;
            }
        }

        return null;
    }

    private static char? Unescaped(char kind) => kind switch
    {
        '"' or '\\' => kind,
        'n' => '\n',
        't' => '\t',
        _ => null,
    };

    private YamlScalar? Quoted(int start, int close, YamlScalarStyle style, string value)
        => SimpleChars.IsEndOrComment(_text, SimpleChars.SkipSpaces(_text, close + 1)) ? Unescaped(start, close, style, value) : null;

    private YamlScalar? Unescaped(int start, int close, YamlScalarStyle style, string value)
    {
        var range = TextSpan.FromBounds(start, close + 1);
        var offsets = value.Length == range.Length - 2 && value.Length > 0 ? null : ScalarFactory.TryMap(_text, range, style, value);
        return offsets is null && value.Length != range.Length - 2 ? null : new YamlScalar(new SourceSpan(source, range), value, style, null, offsets);
    }

    /// <summary>A part of the file; short ones, such as keys, are shared.</summary>
    private string Text(int start, int length)
    {
        var part = _text.AsSpan(start, length);
        if (length is 0 or > LongestShared)
        {
            return part.ToString();
        }

        ref var shared = ref _shared[((part[0] * 31) + (part[^1] * 7) + length) & (_shared.Length - 1)];
        return shared is not null && part.SequenceEqual(shared) ? shared : shared = part.ToString();
    }
}
