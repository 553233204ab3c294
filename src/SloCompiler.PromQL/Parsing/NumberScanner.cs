namespace SloCompiler.PromQL.Parsing;

/// <summary>
/// Finds where a number or a duration ends, by Prometheus's rules with their corners: in a hexadecimal number, an <c>e</c> behind the
/// first digit starts an exponent, which may not end the input, so that <c>0x1e</c> is a number only before something else.
/// </summary>
internal ref struct NumberScanner
{
    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private bool _isHex;
    private bool _hasDot;
    private bool _hasExponent;

    private NumberScanner(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads at the start of a text, where a digit stands, or a dot and a digit.</summary>
    /// <param name="text">What is left of the expression.</param>
    /// <param name="length">Units taken; on an error, those that Prometheus quotes.</param>
    public static TokenKind Scan(ReadOnlySpan<char> text, out int length)
    {
        var scanner = new NumberScanner(text);
        var kind = scanner.TryScanNumber() ? TokenKind.Number : scanner.TryScanDuration() ? TokenKind.Duration : TokenKind.Error;
        length = scanner._position;
        return kind;
    }

    private readonly char Current => _position < _text.Length ? _text[_position] : '\0';

    private readonly bool IsAtEnd => _position >= _text.Length;

    private bool TryScanNumber()
    {
        if (Accept('0') && (Accept('x') || Accept('X')))
        {
            Accept('_');
            _isHex = true;
        }

        Accept('.');
        _position += IsDigit(Current) ? 1 : 0;
        while (IsDigit(Current) || Current is '.' or '_' or 'e' or 'E')
        {
            if (!TryTakePart())
            {
                return false;
            }
        }

        return !PromQlNames.IsIdentifierPart(Current);
    }

    private bool TryTakePart()
    {
        switch (Current)
        {
            case '.':
                _position++;
                var isSecond = _hasDot;
                _hasDot = true;
                return !isSecond && !AcceptAny("_.") && !_isHex;
            case 'e' or 'E':
                _position++;
                var isRepeated = _hasExponent;
                _hasExponent = true;
                return !isRepeated && TryTakeExponent();
            case '_':
                _position++;
                return !AcceptAny("._eE") && !IsAtEnd;
            default:
                while (IsDigit(Current))
                {
                    _position++;
                }

                return true;
        }
    }

    private bool TryTakeExponent()
    {
        AcceptAny("+-");
        return !AcceptAny("._eE") && !IsAtEnd;
    }

    private bool TryScanDuration()
    {
        if (!AcceptAny("smhdwy"))
        {
            return false;
        }

        Accept('s');
        while (char.IsAsciiDigit(Current))
        {
            while (char.IsAsciiDigit(Current))
            {
                _position++;
            }

            // Years come first or not at all.
            if (!AcceptAny("smhdw"))
            {
                return false;
            }

            Accept('s');
        }

        var isEnded = !PromQlNames.IsIdentifierPart(Current);
        _position += isEnded ? 0 : 1;
        return isEnded;
    }

    private readonly bool IsDigit(char c) => _isHex ? char.IsAsciiHexDigit(c) : char.IsAsciiDigit(c);

    private bool Accept(char c)
    {
        var isThere = !IsAtEnd && Current == c;
        _position += isThere ? 1 : 0;
        return isThere;
    }

    private bool AcceptAny(ReadOnlySpan<char> set)
    {
        var isThere = !IsAtEnd && set.Contains(Current);
        _position += isThere ? 1 : 0;
        return isThere;
    }
}
