using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SloCompiler.PromQL.Re2;

/// <summary>Escapes and character classes.</summary>
internal ref partial struct Re2Reader
{
    private const int NoCharacter = -1;
    private const int MaxCodePoint = 0x10FFFF;

    private static readonly FrozenSet<string> PosixClasses = new[]
    {
        "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word", "xdigit",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Categories = new[]
    {
        "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc", "Pd",
        "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs", "Yi",
    }.ToFrozenSet(StringComparer.Ordinal);

    private Re2Part ReadEscape()
    {
        if (_position + 1 >= pattern.Length)
        {
            Fail("trailing backslash at end of expression: ``", "Escape it as \\\\, or remove it.");
            return Nothing;
        }

        switch (pattern[_position + 1])
        {
            case 'A' or 'z' or 'B':
                _position += 2;
                return Nothing;
            case 'b':
                // A word boundary needs a word, so it never matches in the empty text.
                _position += 2;
                return Character;
            case 'Q':
                return ReadQuoted();
            default:
                _ = TryReadSet() ? NoCharacter : ReadEscapedCharacter();
                return Character;
        }
    }

    private Re2Part ReadQuoted()
    {
        var start = _position + 2;
        var end = pattern.IndexOf("\\E", start, StringComparison.Ordinal);
        _position = end < 0 ? pattern.Length : end + 2;
        return start == end || start == pattern.Length ? Nothing : Character;
    }

    /// <summary>Takes an escape that stands for a set of characters: <c>\d</c>, <c>\pL</c>.</summary>
    private bool TryReadSet()
    {
        switch (pattern[_position + 1])
        {
            case 'd' or 'D' or 's' or 'S' or 'w' or 'W':
                _position += 2;
                return true;
            case 'p' or 'P':
                ReadUnicodeClass();
                return true;
            default:
                return false;
        }
    }

    private void ReadUnicodeClass()
    {
        var start = _position;
        _position += 2;
        var isBraced = !IsAtEnd && Current == '{';
        var end = isBraced ? pattern.IndexOf('}', _position) : Math.Min(_position + 1, pattern.Length);
        if (end < 0)
        {
            Fail($"invalid character class range: `{pattern[start..]}`");
            return;
        }

        var name = isBraced ? pattern[(_position + 1)..end].TrimStart('^') : pattern[_position..end];
        _position = isBraced ? end + 1 : end;
        // Names of scripts are long; a wrong one is left to Prometheus.
        if (!Categories.Contains(name) && (name.Length < 3 || !name.All(c => char.IsAsciiLetter(c) || c == '_')))
        {
            Fail($"invalid character class range: `{pattern[start.._position]}`");
        }
    }

    /// <summary>Takes an escape that stands for one character, and gives its code point.</summary>
    private int ReadEscapedCharacter()
    {
        var start = _position;
        var c = pattern[_position + 1];
        _position += 2;
        if (char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c))
        {
            return c;
        }

        switch (c)
        {
            case 'a' or 'f' or 'n' or 'r' or 't' or 'v':
                return c switch { 'a' => '\a', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\v' };
            case 'x':
                return ReadHex(start);
            case '0':
            case >= '1' and <= '7' when !IsAtEnd && Current is >= '0' and <= '7':
                return ReadOctal(c - '0');
            default:
                FailEscape(start, char.IsAsciiDigit(c) ? "RE2 has no backreferences." : "In quotes, PromQL takes one backslash away: write \\\\.");
                return NoCharacter;
        }
    }

    private int ReadOctal(int value)
    {
        for (var i = 0; i < 2 && !IsAtEnd && Current is >= '0' and <= '7'; i++)
        {
            value = (value * 8) + (pattern[_position++] - '0');
        }

        return value;
    }

    private int ReadHex(int start)
    {
        var isBraced = !IsAtEnd && Current == '{';
        var end = isBraced ? pattern.IndexOf('}', _position) : _position + 2;
        var first = isBraced ? _position + 1 : _position;
        if (end < 0 || end > pattern.Length
            || !int.TryParse(pattern.AsSpan(first, end - first), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || value is < 0 or > MaxCodePoint)
        {
            FailEscape(start);
            return NoCharacter;
        }

        _position = isBraced ? end + 1 : end;
        return value;
    }

    private void FailEscape(int start, string? help = null)
        => Fail($"invalid escape sequence: `{pattern[start..Math.Min(_position, pattern.Length)]}`", help);

    private void ReadClass()
    {
        var start = _position++;
        _position += !IsAtEnd && Current == '^' ? 1 : 0;
        var isFirst = true;
        while (!IsAtEnd && (Current != ']' || isFirst))
        {
            isFirst = false;
            if (!TryReadPosixClass() && !TryReadSetInClass())
            {
                ReadClassRange();
            }
        }

        if (Problem is null && IsAtEnd)
        {
            Fail($"missing closing ]: `{pattern[start..]}`", "Add the bracket, or escape the opening one.");
        }

        _position++;
    }

    private bool TryReadSetInClass() => Current == '\\' && _position + 1 < pattern.Length && TryReadSet();

    private bool TryReadPosixClass()
    {
        if (!pattern.AsSpan(_position).StartsWith("[:", StringComparison.Ordinal))
        {
            return false;
        }

        var end = pattern.IndexOf(":]", _position + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        if (!PosixClasses.Contains(pattern[(_position + 2)..end].TrimStart('^')))
        {
            Fail($"invalid character class range: `{pattern[_position..(end + 2)]}`");
        }

        _position = end + 2;
        return true;
    }

    private void ReadClassRange()
    {
        var start = _position;
        var low = ReadClassCharacter();
        var isRange = _position + 1 < pattern.Length && Current == '-' && pattern[_position + 1] != ']';
        if (!isRange || Problem is not null)
        {
            return;
        }

        _position++;
        var high = ReadClassCharacter();
        if (Problem is null && high < low)
        {
            Fail($"invalid character class range: `{pattern[start.._position]}`");
        }
    }

    private int ReadClassCharacter()
    {
        if (Current == '\\')
        {
            if (_position + 1 >= pattern.Length)
            {
                Fail("trailing backslash at end of expression: ``");
                return NoCharacter;
            }

            return ReadEscapedCharacter();
        }

        Rune.DecodeFromUtf16(pattern.AsSpan(_position), out var rune, out var consumed);
        _position += consumed;
        return rune.Value;
    }
}
