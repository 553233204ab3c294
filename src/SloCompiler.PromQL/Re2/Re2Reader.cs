using System.Globalization;

namespace SloCompiler.PromQL.Re2;

/// <summary>What is known of a part of a pattern.</summary>
/// <param name="MatchesEmpty">Whether it accepts the empty text.</param>
/// <param name="Repeats">The largest product of counted repetitions along one path through the part.</param>
internal readonly record struct Re2Part(bool MatchesEmpty, int Repeats);

/// <summary>Recursive descent over a pattern. The first problem ends the reading.</summary>
internal ref partial struct Re2Reader(string pattern)
{
    private const int MaxDepth = 200;
    private const int MaxRepeat = 1000;

    private static readonly Re2Part Character = new(MatchesEmpty: false, Repeats: 1);
    private static readonly Re2Part Nothing = new(MatchesEmpty: true, Repeats: 1);

    private int _position;
    private int _depth;

    public Re2Problem? Problem { get; private set; }

    private readonly bool IsAtEnd => Problem is not null || _position >= pattern.Length;

    private readonly char Current => pattern[_position];

    public Re2Part ReadAll()
    {
        var part = ReadAlternatives();
        if (!IsAtEnd)
        {
            Fail($"unexpected ): `{pattern}`", "Remove the parenthesis, or escape it.");
        }

        return part;
    }

    private Re2Part ReadAlternatives()
    {
        var result = ReadSequence();
        while (!IsAtEnd && Current == '|')
        {
            _position++;
            var next = ReadSequence();
            result = new Re2Part(result.MatchesEmpty || next.MatchesEmpty, Math.Max(result.Repeats, next.Repeats));
        }

        return result;
    }

    private Re2Part ReadSequence()
    {
        var result = Nothing;
        while (!IsAtEnd && Current is not ('|' or ')'))
        {
            var next = ReadRepeated();
            result = new Re2Part(result.MatchesEmpty && next.MatchesEmpty, Math.Max(result.Repeats, next.Repeats));
        }

        return result;
    }

    private Re2Part ReadRepeated()
    {
        var start = _position;
        if (TryReadRepetition(out _, out _))
        {
            Fail($"missing argument to repetition operator: `{pattern[start.._position]}`", "Escape the character to match it as it is.");
            return Nothing;
        }

        var part = ReadAtom();
        var repetition = _position;
        var isRepeated = false;
        while (!IsAtEnd && TryReadRepetition(out var minimum, out var maximum))
        {
            if (isRepeated)
            {
                Fail($"invalid nested repetition operator: `{pattern[repetition.._position]}`");
            }

            isRepeated = true;
            part = Repeat(part, minimum, maximum, pattern.AsSpan(repetition, _position - repetition));
        }

        return part;
    }

    private Re2Part Repeat(Re2Part part, int minimum, int maximum, ReadOnlySpan<char> written)
    {
        var largest = Math.Max(minimum, maximum);
        var repeats = written[0] == '{' ? Math.Max(1, largest) * (long)part.Repeats : part.Repeats;
        if (largest > MaxRepeat || repeats > MaxRepeat || (maximum >= 0 && minimum > maximum))
        {
            Fail($"invalid repeat count: `{written}`", "RE2 repeats up to 1000 times, counting nested repetitions.");
            return part;
        }

        return new Re2Part(part.MatchesEmpty || minimum == 0, (int)repeats);
    }

    /// <summary>Takes <c>*</c>, <c>+</c>, <c>?</c> or a count; a brace that is no count is a plain character.</summary>
    private bool TryReadRepetition(out int minimum, out int maximum)
    {
        minimum = 0;
        maximum = -1;
        if (IsAtEnd)
        {
            return false;
        }

        switch (Current)
        {
            case '*':
                break;
            case '+':
                minimum = 1;
                break;
            case '?':
                maximum = 1;
                break;
            case '{' when TryReadCount(out minimum, out maximum):
                SkipLazyMark();
                return true;
            default:
                return false;
        }

        _position++;
        SkipLazyMark();
        return true;
    }

    private void SkipLazyMark() => _position += !IsAtEnd && Current == '?' ? 1 : 0;

    private bool TryReadCount(out int minimum, out int maximum)
    {
        var position = _position + 1;
        maximum = -1;
        if (!TryReadInteger(ref position, out minimum))
        {
            return false;
        }

        var hasComma = position < pattern.Length && pattern[position] == ',';
        position += hasComma ? 1 : 0;
        if (!hasComma)
        {
            maximum = minimum;
        }
        else if (position < pattern.Length && pattern[position] != '}' && !TryReadInteger(ref position, out maximum))
        {
            return false;
        }

        if (position >= pattern.Length || pattern[position] != '}')
        {
            return false;
        }

        _position = position + 1;
        return true;
    }

    private readonly bool TryReadInteger(ref int position, out int value)
    {
        var start = position;
        while (position < pattern.Length && char.IsAsciiDigit(pattern[position]))
        {
            position++;
        }

        var digits = pattern.AsSpan(start, position - start);
        // Too many digits to hold are too many repetitions, whatever they are.
        value = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : MaxRepeat + 1;
        return digits.Length > 0 && (digits.Length == 1 || digits[0] != '0');
    }

    private Re2Part ReadAtom()
    {
        switch (Current)
        {
            case '(':
                return ReadGroup();
            case '[':
                ReadClass();
                return Character;
            case '\\':
                return ReadEscape();
            case '^' or '$':
                _position++;
                return Nothing;
            default:
                _position++;
                return Character;
        }
    }

    private Re2Part ReadGroup()
    {
        var start = _position++;
        if (++_depth > MaxDepth)
        {
            Fail("expression nests too deeply");
            return Nothing;
        }

        var isFlagsOnly = !IsAtEnd && Current == '?' && ReadGroupKind(start);
        if (isFlagsOnly || Problem is not null)
        {
            _depth--;
            return Nothing;
        }

        var inner = ReadAlternatives();
        if (Problem is null && IsAtEnd)
        {
            Fail($"missing closing ): `{pattern}`", "Add the parenthesis, or escape the opening one.");
        }

        _position++;
        _depth--;
        return inner;
    }

    /// <summary>Reads what follows <c>(?</c>.</summary>
    /// <returns>Whether the group held flags only and is closed.</returns>
    private bool ReadGroupKind(int start)
    {
        _position++;
        var rest = pattern.AsSpan(_position);
        if (rest.StartsWith("P<", StringComparison.Ordinal) || (rest is ['<', not ('=' or '!'), ..]))
        {
            ReadName(start);
            return false;
        }

        if (rest is ['=' or '!' or '>', ..] or ['<', ..])
        {
            var construct = pattern.AsSpan(start, Math.Min(rest[0] == '<' ? 4 : 3, pattern.Length - start));
            Fail($"invalid or unsupported Perl syntax: `{construct}`", "RE2 has no lookaround: use a second matcher, with != or !~.");
            return false;
        }

        return ReadFlags(start);
    }

    private void ReadName(int start)
    {
        _position += Current == 'P' ? 2 : 1;
        var name = _position;
        while (!IsAtEnd && (char.IsAsciiLetterOrDigit(Current) || Current == '_'))
        {
            _position++;
        }

        if (IsAtEnd || Current != '>' || _position == name)
        {
            Fail($"invalid named capture: `{pattern[start..Math.Min(_position + 1, pattern.Length)]}`");
            return;
        }

        _position++;
    }

    private bool ReadFlags(int start)
    {
        var isNegated = false;
        var hasFlag = false;
        while (!IsAtEnd)
        {
            var c = pattern[_position++];
            switch (c)
            {
                case 'i' or 'm' or 's' or 'U':
                    hasFlag = true;
                    break;
                case '-' when !isNegated:
                    isNegated = true;
                    hasFlag = false;
                    break;
                case ':' or ')' when hasFlag || !isNegated:
                    return c == ')';
                default:
                    Fail($"invalid or unsupported Perl syntax: `{pattern[start.._position]}`");
                    return false;
            }
        }

        Fail($"missing closing ): `{pattern}`");
        return false;
    }

    private void Fail(string message, string? help = null) => Problem ??= new Re2Problem(message, help);
}
