using System.Collections.Immutable;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Types;

namespace SloCompiler.PromQL.Series;

/// <summary>Native histograms.</summary>
internal sealed partial class SeriesParser
{
    private static readonly ImmutableArray<string> NumberKeys = ["schema", "sum", "count", "z_bucket", "z_bucket_w", "offset", "n_offset"];
    private static readonly ImmutableArray<string> ListKeys = ["buckets", "n_buckets", "custom_values"];
    private static readonly ImmutableArray<string> Hints = ["unknown", "reset", "not_reset", "gauge"];
    private static readonly ImmutableArray<string> WholeKeys = ["schema", "offset", "n_offset"];

    private const string HintKey = "counter_reset_hint";

    private SeriesHistograms? ReadHistograms(int start)
    {
        if (ReadHistogram() is not { } first)
        {
            return null;
        }

        HistogramLiteral? step = null;
        var isDecrease = Current == '-';
        if (Current is '+' or '-')
        {
            _position++;
            step = ReadHistogram();
            if (step is null || (Current != 'x' && FailAtEnd("Say how many values follow: {{…}}+{{…}}x10.")))
            {
                return null;
            }
        }

        var times = Current == 'x' ? ReadTimes() : null;
        return times is null && (step is not null || (_errors.Count > 0 && _errors[^1].Span.Start >= start))
            ? null
            : new SeriesHistograms(SpanFrom(start), first, isDecrease, step, times);
    }

    private HistogramLiteral? ReadHistogram()
    {
        var start = _position;
        if (!text.AsSpan(_position).StartsWith("{{", StringComparison.Ordinal))
        {
            Fail(_position, Math.Min(text.Length, _position + 1), $"unexpected character in series sequence: '{Current}'", "A histogram stands in two braces: {{schema:0 sum:1 count:2}}.");
            return null;
        }

        _position += 2;
        var fields = ImmutableArray.CreateBuilder<HistogramField>();
        for (SkipSpace(); !text.AsSpan(_position).StartsWith("}}", StringComparison.Ordinal); SkipSpace())
        {
            if (ReadField() is not { } field || (fields.Any(f => f.Name == field.Name) && FailTwice(field)))
            {
                SkipHistogram();
                return null;
            }

            fields.Add(field);
        }

        _position += 2;
        return new HistogramLiteral(SpanFrom(start), fields.ToImmutable());
    }

    private bool FailTwice(HistogramField field)
        => Fail(field.Span.Start, field.Span.End, $"duplicate key \"{field.Name}\" in histogram", "Write the key once.");

    private HistogramField? ReadField()
    {
        var start = _position;
        var name = ReadKey();
        if (!NumberKeys.Contains(name) && !ListKeys.Contains(name) && name != HintKey)
        {
            _position = Math.Max(_position, Math.Min(text.Length, start + 1));
            var near = NearestName.Find(name, [.. NumberKeys, .. ListKeys, HintKey]);
            Fail(start, _position, $"bad histogram descriptor found: \"{text[start.._position]}\"", near is null ? "Keys are schema, sum, count, z_bucket, z_bucket_w, buckets, offset, n_buckets, n_offset, custom_values and counter_reset_hint." : $"Did you mean `{near}`?");
            return null;
        }

        if (Current != ':')
        {
            Fail(_position, Math.Min(text.Length, _position + 1), $"unexpected {Describe()} in histogram description, expected \":\"", $"Write {name}:… without spaces.");
            return null;
        }

        _position++;
        return name == HintKey ? ReadHint(start, name) : ListKeys.Contains(name) ? ReadList(start, name) : ReadKeyNumber(start, name);
    }

    private HistogramNumber? ReadKeyNumber(int start, string name)
    {
        var at = _position;
        if (ReadNumber() is not { } value)
        {
            return null;
        }

        if (WholeKeys.Contains(name) && value != Math.Floor(value))
        {
            Fail(at, _position, $"error parsing number: \"{text[at.._position]}\" is not a whole number", "Schemas and offsets are whole numbers.");
            return null;
        }

        return new HistogramNumber(SpanFrom(start), name, value);
    }

    private HistogramWord? ReadHint(int start, string name)
    {
        var at = _position;
        var hint = ReadKey();
        if (Hints.Contains(hint))
        {
            return new HistogramWord(SpanFrom(start), name, hint);
        }

        Fail(at, Math.Max(_position, Math.Min(text.Length, at + 1)), $"bad histogram descriptor found: \"{hint}\"", "The hint is unknown, reset, not_reset or gauge.");
        return null;
    }

    private HistogramList? ReadList(int start, string name)
    {
        if (Current != '[')
        {
            Fail(_position, Math.Min(text.Length, _position + 1), $"unexpected {Describe()} in histogram description, expected \"[\"", $"Write {name}:[1 2 3].");
            return null;
        }

        _position++;
        var values = ImmutableArray.CreateBuilder<double>();
        for (SkipSpace(); Current != ']'; SkipSpace())
        {
            if (ReadNumber() is not { } value)
            {
                return null;
            }

            values.Add(value);
        }

        _position++;
        return new HistogramList(SpanFrom(start), name, values.ToImmutable());
    }

    private string ReadKey()
    {
        var start = _position;
        while (PromQlNames.IsIdentifierPart(Current))
        {
            _position++;
        }

        return text[start.._position];
    }

    /// <summary>Goes on behind the braces, so that what stands in them is reported once.</summary>
    private void SkipHistogram()
    {
        var close = text.IndexOf("}}", _position, StringComparison.Ordinal);
        _position = close < 0 ? text.Length : close + 2;
    }
}
