using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using SloCompiler.PromQL.Parsing;

namespace SloCompiler.PromQL.Series;

/// <summary>The name and the labels.</summary>
internal sealed partial class SeriesParser
{
    private const string MetricLabel = "__name__";

    private bool TryReadSeries(out string? name, out ImmutableArray<SeriesLabel> labels)
    {
        SkipSpace();
        var start = _position;
        name = char.IsAsciiLetter(Current) || Current is '_' or ':' ? ReadIdentifier() : null;
        labels = [];
        if (name is null && Current != '{')
        {
            return !FailAtEnd("A series starts with its name: up{job=\"a\"} 1.");
        }

        if (name is not null && Keywords.IsReservedAsMetric(Keywords.Find(name)))
        {
            return !Fail(start, _position, $"unexpected <{name}> in series values", "This word cannot name a metric.");
        }

        if (Current == '{' && !TryReadLabels(name is not null, out labels))
        {
            return false;
        }

        if (name is null && labels.IsEmpty)
        {
            return !Fail(start, _position, "empty labelset: invalid sample", "A series has a name or a label.");
        }

        return _position >= text.Length || IsSpace(Current) || !FailAtEnd("A space stands between the series and its values.");
    }

    private bool TryReadLabels(bool hasName, out ImmutableArray<SeriesLabel> labels)
    {
        var read = ImmutableArray.CreateBuilder<SeriesLabel>();
        labels = [];
        _position++;
        for (SkipSpace(); Current != '}'; SkipSpace())
        {
            if (ReadLabel() is not { } label)
            {
                return false;
            }

            var other = label.Name == MetricLabel ? hasName || read.Any(l => l.Name == MetricLabel) : read.Any(l => l.Name == label.Name);
            if (other && !(label.Name == MetricLabel && hasName))
            {
                return !Fail(label.Span.Start, label.Span.End, $"label name \"{label.Name}\" is not unique: invalid sample", "Write the label once.");
            }

            read.Add(label);
            SkipSpace();
            if (Current == ',')
            {
                _position++;
            }
            else if (Current != '}')
            {
                return !FailInLabels("expected \",\" or \"}\"");
            }
        }

        _position++;
        labels = read.ToImmutable();
        return true;
    }

    private SeriesLabel? ReadLabel()
    {
        var start = _position;
        var isQuoted = Current is '"' or '\'' or '`';
        var name = isQuoted ? ReadString() : char.IsAsciiLetter(Current) || Current == '_' ? ReadIdentifier() : null;
        if (name is null || (name.Contains(':', StringComparison.Ordinal) && !isQuoted))
        {
            _ = _errors.Count > 0 || FailInLabels("expected identifier or \"}\"");
            return null;
        }

        SkipSpace();
        if (isQuoted && Current is ',' or '}')
        {
            return new SeriesLabel(MetricLabel, name, SpanFrom(start));
        }

        if (Current != '=')
        {
            FailInLabels("expected \"=\"");
            return null;
        }

        _position++;
        SkipSpace();
        if (Current is not ('"' or '\'' or '`'))
        {
            FailInLabels("expected string");
            return null;
        }

        return ReadString() is { } value ? new SeriesLabel(name, value, SpanFrom(start)) : null;
    }

    private string? ReadString()
    {
        var start = _position;
        var quote = Current;
        _position++;
        while (_position < text.Length && (text[_position] != '\n' || quote == '`'))
        {
            if (text[_position] == quote)
            {
                _position++;
                return PromQlStrings.Decode(text.AsSpan(start, _position - start));
            }

            if (!TrySkipCharacter(start, quote))
            {
                return null;
            }
        }

        Fail(start, start + 1, quote == '`' ? "unterminated raw string" : "unterminated quoted string", "Add the closing quote.");
        return null;
    }

    private bool TrySkipCharacter(int start, char quote)
    {
        var length = 1;
        if (text[_position] == '\\' && quote != '`')
        {
            if (PromQlStrings.ReadEscape(text.AsSpan(_position), quote, out _, out length) is { } problem)
            {
                return !Fail(start, Math.Min(text.Length, _position + Math.Max(1, length)), problem, null);
            }
        }
        else if (Rune.DecodeFromUtf16(text.AsSpan(_position), out _, out length) != OperationStatus.Done)
        {
            return !Fail(_position, _position + 1, "invalid UTF-8 rune", null);
        }

        _position += length;
        return true;
    }

    private bool FailInLabels(string expected)
        => Fail(_position, Math.Min(text.Length, _position + 1), $"unexpected {Describe()} in label set, {expected}", "Labels are written as {name=\"value\", …}.");
}
