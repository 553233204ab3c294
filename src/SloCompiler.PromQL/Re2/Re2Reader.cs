using System.Globalization;
using System.Text;

namespace SloCompiler.PromQL.Re2;

/// <summary>Reads a pattern from left to right with a stack of its own, so that no nesting is too deep. The first problem ends it.</summary>
internal ref partial struct Re2Reader(string pattern, Re2Dialect dialect)
{
    private const int MaxHeight = 1000;
    private const int MaxRepeat = 1000;
    private const int TooMany = -2;
    private const int Unlimited = -1;

    // Go gives a program 128 MB; an instruction takes 40 bytes.
    private const long MaxSize = 128 * 1024 * 1024 / 40;

    private int _position;
    private Re2Level _level;
    private Stack<Re2Level>? _outer;

    // Where a repetition ends that nothing has followed yet, and where it starts: a second one may not stand there.
    private int _repetitionStart;
    private int _repetitionEnd;

    public Re2Problem? Problem { get; private set; }

    private readonly bool IsAtEnd => _position >= pattern.Length;

    private readonly char Current => pattern[_position];

    private readonly char Next => _position + 1 < pattern.Length ? pattern[_position + 1] : '\0';

    public Re2Part ReadAll()
    {
        _level = new Re2Level(-1, isCapture: false);
        _repetitionEnd = -1;
        while (Problem is null && !IsAtEnd)
        {
            ReadNext();
        }

        if (Problem is null && _outer is { Count: > 0 })
        {
            Fail("missing closing )", pattern, _level.Start, 1, "Add the parenthesis, or escape the opening one.");
        }

        _level.EndSequence();
        var whole = _level.Whole();
        CheckLimits(whole);
        // The anchors that every matcher adds make a sequence of it.
        CheckLimits(whole with { Height = whole.Height + (whole.Kind == Re2Kind.Sequence || dialect.IsAnchoredFirst ? 0 : 1) });
        return whole;
    }

    private void ReadNext()
    {
        switch (Current)
        {
            case '(':
                OpenGroup();
                break;
            case ')':
                CloseGroup();
                break;
            case '|':
                _position++;
                _level.EndSequence();
                break;
            case '[':
                ReadClass();
                break;
            case '\\':
                ReadEscape();
                break;
            case '*' or '+' or '?':
                ReadRepetition();
                break;
            case '{':
                ReadCountOrBrace();
                break;
            case '^' or '$':
                _position++;
                _level.Push(Re2Part.Nothing);
                break;
            default:
                var part = Current == '.' ? Re2Part.Set : Re2Part.Character;
                _position += CharacterLength(_position);
                _level.Push(part);
                break;
        }
    }

    private void OpenGroup()
    {
        var start = _position;
        var isCapture = true;
        if (Next == '?')
        {
            var kind = ReadGroupKind();
            if (kind is GroupKind.FlagsOnly or GroupKind.Invalid)
            {
                return;
            }

            isCapture = kind == GroupKind.Named;
        }
        else
        {
            _position++;
        }

        _outer ??= new Stack<Re2Level>();
        _outer.Push(_level);
        _level = new Re2Level(start, isCapture);
    }

    private void CloseGroup()
    {
        if (_outer is null || !_outer.TryPop(out var outer))
        {
            Fail("unexpected )", pattern, _position, 1, "Remove the parenthesis, or escape it.");
            return;
        }

        _position++;
        _level.EndSequence();
        var whole = _level.IsCapture ? _level.Whole().Captured() : _level.Whole();
        _level = outer;
        _level.Push(whole);
        CheckLimits(whole);
    }

    private void ReadRepetition()
    {
        var start = _position;
        var minimum = Current == '+' ? 1 : 0;
        var maximum = Current == '?' ? 1 : Unlimited;
        _position++;
        Repeat(start, minimum, maximum, isCounted: false);
    }

    private void ReadCountOrBrace()
    {
        var start = _position;
        if (!TryReadCount(out var minimum, out var maximum))
        {
            _position++;
            _level.Push(Re2Part.Character);
            return;
        }

        if (minimum == TooMany || minimum > MaxRepeat || maximum > MaxRepeat || (maximum >= 0 && minimum > maximum))
        {
            FailRepeat(start);
            return;
        }

        Repeat(start, minimum, maximum, isCounted: true);
    }

    private void Repeat(int start, int minimum, int maximum, bool isCounted)
    {
        _position += !IsAtEnd && Current == '?' ? 1 : 0;
        if (start == _repetitionEnd)
        {
            Fail("invalid nested repetition operator", _repetitionStart, "Put what is repeated first into a group: (?:a*)*.");
            return;
        }

        if (!_level.HasOperand)
        {
            Fail("missing argument to repetition operator", start, "Escape the character to match it as it is.");
            return;
        }

        (_repetitionStart, _repetitionEnd) = (start, _position);
        _level.Operand = _level.Operand.Repeated(minimum, maximum, isCounted);
        if (isCounted && Math.Max(minimum, maximum) >= 2 && _level.Operand.Repeats > MaxRepeat)
        {
            FailRepeat(start);
            return;
        }

        CheckLimits(_level.Operand);
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,5}</c>; anything else leaves the brace as a plain character.</summary>
    private bool TryReadCount(out int minimum, out int maximum)
    {
        var position = _position + 1;
        maximum = Unlimited;
        if (!TryReadInteger(ref position, out minimum) || position >= pattern.Length)
        {
            return false;
        }

        if (pattern[position] != ',')
        {
            maximum = minimum;
        }
        else if (++position < pattern.Length && pattern[position] != '}')
        {
            if (!TryReadInteger(ref position, out maximum))
            {
                return false;
            }

            minimum = maximum == TooMany ? TooMany : minimum;
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
        value = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000_000 ? number : TooMany;
        return digits.Length > 0 && (digits.Length == 1 || digits[0] != '0');
    }

    private readonly int CharacterLength(int position)
    {
        Rune.DecodeFromUtf16(pattern.AsSpan(position), out _, out var consumed);
        return consumed;
    }

    private void CheckLimits(Re2Part part)
    {
        if (part.Height > MaxHeight)
        {
            Fail("expression nests too deeply", pattern, 0, pattern.Length);
        }
        else if (part.Size > MaxSize)
        {
            Fail("expression too large", pattern, 0, pattern.Length, "Counted repetitions multiply what they repeat.");
        }
    }

    private void FailRepeat(int start)
        => Fail("invalid repeat count", start, "RE2 repeats up to 1000 times, counting nested repetitions.");

    /// <summary>Fails on what has been read since a place.</summary>
    private void Fail(string message, int start, string? help = null)
        => Fail(message, pattern[start.._position], start, _position - start, help);

    private void Fail(string message, string part, int start, int length, string? help = null)
        => Problem ??= new Re2Problem($"{message}: `{part}`", help) { Start = start, Length = length };
}
