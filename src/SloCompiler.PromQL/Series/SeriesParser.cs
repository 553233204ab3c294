using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.PromQL.Parsing;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Series;

/// <summary>Reads series. A word that cannot be read is skipped, so that every wrong word is reported.</summary>
internal sealed partial class SeriesParser(string text)
{
    private const int MostErrors = 50;

    private readonly ImmutableArray<PromQlError>.Builder _errors = ImmutableArray.CreateBuilder<PromQlError>();
    private int _position;

    public SeriesResult Parse(bool withLabels)
    {
        string? name = null;
        ImmutableArray<SeriesLabel> labels = [];
        if (withLabels && !TryReadSeries(out name, out labels))
        {
            return new SeriesResult(null, _errors.ToImmutable());
        }

        var values = ImmutableArray.CreateBuilder<SeriesValues>();
        for (SkipSpace(); _position < text.Length && _errors.Count < MostErrors; SkipSpace())
        {
            var start = _position;
            if (ReadWord(start) is { } word && IsAtEnd(word))
            {
                values.Add(word);
            }
            else
            {
                SkipWord(start);
            }
        }

        return _errors.Count == 0
            ? new SeriesResult(new SeriesDescription(name, labels, values.ToImmutable()), [])
            : new SeriesResult(null, _errors.ToImmutable());
    }

    private SeriesValues? ReadWord(int start)
    {
        switch (Current)
        {
            case '_':
                _position++;
                var gaps = default(ulong?);
                return Current != 'x' || (gaps = ReadTimes()) is not null ? new SeriesGap(SpanFrom(start), gaps) : null;
            case '{':
                return ReadHistograms(start);
            case >= 'a' and <= 'z' or >= 'A' and <= 'Z':
                return ReadNamed(start);
            case '+' or '-' or '.' or (>= '0' and <= '9'):
                return ReadNumber() is { } number ? ReadRun(start, number) : null;
            default:
                Fail(start, start + 1, $"unexpected character in series sequence: '{Current}'", "Values stand between spaces: 1 2+3x4 _ stale.");
                return null;
        }
    }

    private SeriesValues? ReadNamed(int start)
    {
        var word = ReadIdentifier();
        if (NamedNumber(word) is { } value)
        {
            return ReadRun(start, value);
        }

        if (word == "stale")
        {
            return new SeriesStale(SpanFrom(start));
        }

        Fail(start, _position, $"unexpected identifier \"{word}\" in series values, expected number or \"stale\"", HelpFor(word));
        return null;
    }

    private SeriesNumbers? ReadRun(int start, double first)
    {
        double? step = null;
        ulong? times = null;
        if (Current is '+' or '-')
        {
            step = ReadNumber();
            if (step is null || (Current != 'x' && FailAtEnd("Say how many values follow: 1+2x10.")))
            {
                return null;
            }
        }

        if (Current == 'x')
        {
            times = ReadTimes();
            if (times is null)
            {
                return null;
            }
        }

        return new SeriesNumbers(SpanFrom(start), first, step, times);
    }

    /// <summary>A number with an optional sign; null after an error.</summary>
    private double? ReadNumber()
    {
        var sign = Current == '-' ? -1 : 1;
        _position += Current is '+' or '-' ? 1 : 0;
        var start = _position;
        if (char.IsAsciiLetter(Current))
        {
            var word = ReadIdentifier();
            if (NamedNumber(word) is { } named)
            {
                return sign * named;
            }

            Fail(start, _position, $"unexpected identifier \"{word}\" in series values", HelpFor(word));
            return null;
        }

        var length = NumberLength();
        _position += length;
        if (length == 0)
        {
            FailAtEnd(null);
            return null;
        }

        if (Current != 'x' && (PromQlNames.IsIdentifierPart(Current) || Current == '.'))
        {
            _position++;
            Fail(start, _position, $"bad number or duration syntax: \"{text[start.._position]}\"", "A number is decimal, with underscores only between digits.");
            return null;
        }

        var value = PromQlNumbers.ParseNumber(text.AsSpan(start, length), out var problem);
        return problem is null ? sign * value : FailNumber(start, problem);
    }

    /// <summary>Units of a decimal number; hexadecimal ones are not read, because <c>x</c> repeats.</summary>
    private int NumberLength()
    {
        var end = DigitsEnd(_position);
        var digits = end - _position;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = DigitsEnd(end + 1);
            digits += fraction - end - 1;
            end = fraction;
        }

        if (digits > 0 && end < text.Length && text[end] is 'e' or 'E')
        {
            var sign = end + 1 < text.Length && text[end + 1] is '+' or '-' ? 1 : 0;
            var exponent = DigitsEnd(end + 1 + sign);
            end = exponent > end + 1 + sign ? exponent : end;
        }

        return digits > 0 ? end - _position : 0;
    }

    private int DigitsEnd(int position)
    {
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || IsSeparator(position)))
        {
            position++;
        }

        return position;
    }

    private bool IsSeparator(int position) => text[position] == '_'
        && position > 0 && char.IsAsciiDigit(text[position - 1])
        && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]);

    private double? FailNumber(int start, string problem)
    {
        Fail(start, _position, $"error parsing number: {problem}", null);
        return null;
    }

    /// <summary>The number behind <c>x</c>; null after an error.</summary>
    private ulong? ReadTimes()
    {
        _position++;
        var start = _position;
        var length = char.IsAsciiDigit(Current) ? NumberLength() : 0;
        if (length == 0)
        {
            FailAtEnd("Behind x stands how many values follow: 1+2x10, _x4.");
            return null;
        }

        _position += length;
        if (ulong.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out var times))
        {
            return times;
        }

        var reason = text.AsSpan(start, length).IndexOfAnyExceptInRange('0', '9') < 0 ? "value out of range" : "invalid syntax";
        Fail(start, _position, $"invalid repetition in series values: strconv.ParseUint: parsing \"{text.Substring(start, length)}\": {reason}", "Write a whole number.");
        return null;
    }

    private bool IsAtEnd(SeriesValues word)
        => _position >= text.Length || IsSpace(Current) || !Fail(_position, _position + 1, $"unexpected {Describe()}", word is SeriesGap or SeriesStale ? "Values stand between spaces." : null);

    private static double? NamedNumber(string word) => word.ToUpperInvariant() switch
    {
        "INF" => double.PositiveInfinity,
        "NAN" => double.NaN,
        _ => null,
    };

    private static string? HelpFor(string word)
        => word.StartsWith("stale", StringComparison.OrdinalIgnoreCase) ? "Write stale, in small letters and without a repetition."
            : NamedNumber(word.Split('x', 'X')[0]) is not null ? "Inf and NaN cannot be repeated: write them as often as needed."
            : null;

    private char Current => _position < text.Length ? text[_position] : '\0';

    private string Describe() => _position >= text.Length ? "end of input" : Current switch
    {
        '+' or '-' => $"<op:{Current}>",
        _ => $"\"{Current}\"",
    };

    private bool FailAtEnd(string? help) => Fail(_position, Math.Min(text.Length, _position + 1), $"unexpected {Describe()} in series values", help);

    /// <summary>Reports an error; always true.</summary>
    private bool Fail(int start, int end, string message, string? help)
    {
        _errors.Add(new PromQlError(TextSpan.FromBounds(start, end), message, help));
        return true;
    }

    private string ReadIdentifier()
    {
        var start = _position;
        while (PromQlNames.IsIdentifierPart(Current) || Current == ':')
        {
            _position++;
        }

        return text[start.._position];
    }

    private void SkipSpace()
    {
        while (_position < text.Length && IsSpace(text[_position]))
        {
            _position++;
        }
    }

    private void SkipWord(int start)
    {
        _position = Math.Max(_position, start + 1);
        while (_position < text.Length && !IsSpace(text[_position]))
        {
            _position++;
        }
    }

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, _position);

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';
}
