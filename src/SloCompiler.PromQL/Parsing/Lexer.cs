using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>Splits an expression into tokens. What is no token is reported and stands in the stream as an error token.</summary>
internal ref struct Lexer(string text, Token[] tokens, ErrorList errors)
{
    private int _count;
    private int _position;
    private bool _inBrackets;
    private bool _inBraces;
    private ImmutableArray<TextSpan>.Builder? _comments;

    /// <summary>Places of the comments, once the text has been read.</summary>
    public readonly ImmutableArray<TextSpan> Comments => _comments?.ToImmutable() ?? [];

    /// <summary>Fills the token buffer, which ends with <see cref="TokenKind.EndOfInput"/>.</summary>
    public void Run()
    {
        while (SkipBlanks())
        {
            var start = _position;
            var kind = Scan(text[start]);
            var keyword = kind == TokenKind.Identifier ? Keywords.Find(text.AsSpan(start, _position - start)) : Keyword.None;
            tokens[_count++] = new Token(kind, keyword, start, _position - start);
        }

        tokens[_count] = new Token(TokenKind.EndOfInput, Keyword.None, text.Length, 0);
    }

    private bool SkipBlanks()
    {
        while (_position < text.Length)
        {
            var c = text[_position];
            if (c == '#')
            {
                SkipComment();
            }
            else if (c is ' ' or '\t' or '\n' or '\r')
            {
                _position++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void SkipComment()
    {
        var start = _position;
        while (_position < text.Length && text[_position] is not ('\n' or '\r'))
        {
            _position++;
        }

        _comments ??= ImmutableArray.CreateBuilder<TextSpan>();
        _comments.Add(TextSpan.FromBounds(start, _position));
    }

    private TokenKind Scan(char c)
    {
        if (PromQlNames.IsIdentifierStart(c) || (c == ':' && !_inBrackets && !_inBraces))
        {
            return ScanIdentifier();
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            return ScanNumber();
        }

        return c switch
        {
            '"' or '\'' or '`' => ScanString(c),
            '$' => ScanVariable(),
            _ => ScanPunctuation(c),
        };
    }

    private readonly char Peek(int ahead) => _position + ahead < text.Length ? text[_position + ahead] : '\0';

    private TokenKind ScanIdentifier()
    {
        var allowColon = !_inBrackets && !_inBraces;
        do
        {
            _position++;
        }
        while (_position < text.Length && (PromQlNames.IsIdentifierPart(text[_position]) || (allowColon && text[_position] == ':')));
        return TokenKind.Identifier;
    }

    private TokenKind ScanNumber()
    {
        var length = PromQlNumbers.NumberLength(text.AsSpan(_position));
        if (length > 0 && !IsWordAt(_position + length))
        {
            _position += length;
            return TokenKind.Number;
        }

        length = PromQlNumbers.DurationLength(text.AsSpan(_position));
        if (length > 0 && !IsWordAt(_position + length))
        {
            _position += length;
            return TokenKind.Duration;
        }

        var start = _position;
        while (IsWordAt(_position) || Peek(0) == '.')
        {
            _position++;
        }

        return Fail(start, $"bad number or duration syntax: {PromQlStrings.Quote(text[start.._position])}");
    }

    private readonly bool IsWordAt(int position) => position < text.Length && PromQlNames.IsIdentifierPart(text[position]);

    private TokenKind ScanString(char quote)
    {
        var start = _position++;
        while (_position < text.Length && text[_position] != quote)
        {
            if (quote != '`' && text[_position] == '\n')
            {
                return Fail(start, "unterminated quoted string", "A quoted string ends on its line; use \\n for a line break.");
            }

            _position += quote != '`' && text[_position] == '\\' ? 2 : 1;
        }

        if (_position >= text.Length)
        {
            _position = text.Length;
            return Fail(start, quote == '`' ? "unterminated raw string" : "unterminated quoted string", $"Add the closing {quote}.");
        }

        _position++;
        return TokenKind.String;
    }

    private TokenKind ScanVariable()
    {
        var start = _position++;
        var isBraced = Peek(0) == '{';
        _position += isBraced ? 1 : 0;
        var name = _position;
        while (IsWordAt(_position))
        {
            _position++;
        }

        var isNamed = _position > name;
        if (!isNamed || (isBraced && Peek(0) != '}'))
        {
            return Fail(start, "unexpected character: '$'", "Only a name may follow, as in $window or ${window}.");
        }

        _position += isBraced ? 1 : 0;
        return TokenKind.Variable;
    }

    private TokenKind ScanPunctuation(char c)
    {
        var start = _position++;
        switch (c)
        {
            case '(':
                return TokenKind.LeftParen;
            case ')':
                return TokenKind.RightParen;
            case '{':
                _inBraces = true;
                return TokenKind.LeftBrace;
            case '}':
                _inBraces = false;
                return TokenKind.RightBrace;
            case '[':
                _inBrackets = true;
                return TokenKind.LeftBracket;
            case ']':
                _inBrackets = false;
                return TokenKind.RightBracket;
            case ',':
                return TokenKind.Comma;
            case ':' when _inBrackets:
                return TokenKind.Colon;
            default:
                return ScanOperator(start, c);
        }
    }

    private TokenKind ScanOperator(int start, char c) => (c, Peek(0)) switch
    {
        ('+', _) => TokenKind.Plus,
        ('-', _) => TokenKind.Minus,
        ('*', _) => TokenKind.Star,
        ('/', _) => TokenKind.Slash,
        ('%', _) => TokenKind.Percent,
        ('^', _) => TokenKind.Caret,
        ('@', _) => TokenKind.At,
        ('=', '=') => Take(TokenKind.EqualEqual),
        ('=', '~') => Take(TokenKind.RegexMatch),
        ('=', _) => TokenKind.Assign,
        ('!', '=') => Take(TokenKind.NotEqual),
        ('!', '~') => Take(TokenKind.RegexNoMatch),
        ('<', '=') => Take(TokenKind.LessOrEqual),
        ('<', '/') => Take(TokenKind.TrimUpper),
        ('<', _) => TokenKind.Less,
        ('>', '=') => Take(TokenKind.GreaterOrEqual),
        ('>', '/') => Take(TokenKind.TrimLower),
        ('>', _) => TokenKind.Greater,
        _ => FailCharacter(start, c),
    };

    private TokenKind Take(TokenKind kind)
    {
        _position++;
        return kind;
    }

    private TokenKind FailCharacter(int start, char c)
    {
        if (char.IsHighSurrogate(c) && char.IsLowSurrogate(Peek(0)))
        {
            _position++;
        }

        var help = c switch
        {
            '&' => "PromQL writes `and`.",
            '|' => "PromQL writes `or`.",
            '!' => "PromQL has no `!`; use `unless`, `!=` or `== bool 0`.",
            ';' => "PromQL has no statements: a rule holds one expression.",
            '\u00a0' => "This is a non-breaking space; type a plain one.",
            '\u201c' or '\u201d' or '\u2018' or '\u2019' => "These are typographic quotes; use \" or '.",
            _ => null,
        };

        // A doubled && or || is one mistake.
        _position += c is '&' or '|' && Peek(0) == c ? 1 : 0;
        var where = _inBraces ? "unexpected character inside braces" : "unexpected character";
        return Fail(start, string.Create(CultureInfo.InvariantCulture, $"{where}: '{text[start.._position]}'"), help);
    }

    private readonly TokenKind Fail(int start, string message, string? help = null)
    {
        errors.Add(TextSpan.FromBounds(start, _position), message, help);
        return TokenKind.Error;
    }
}
