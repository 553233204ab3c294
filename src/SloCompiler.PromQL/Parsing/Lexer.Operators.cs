using System.Text;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>Operators and strings, and the errors of both.</summary>
internal ref partial struct Lexer
{
    private const string NoEqualsTilde = "Regular expressions match labels, in braces: x{label=~\"pattern\"}.";

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
        ('=', '~') => FailBehind(start, '=', NoEqualsTilde),
        ('=', _) => TokenKind.Assign,
        ('!', '=') => Take(TokenKind.NotEqual),
        ('!', '~') => FailBehind(start, '!', NoEqualsTilde),
        ('!', _) => FailBehind(start, '!', "PromQL has no `!`; use `unless`, `!=` or `== bool 0`."),
        ('<', '=') => Take(TokenKind.LessOrEqual),
        ('<', '/') => Take(TokenKind.TrimUpper),
        ('<', _) => TokenKind.Less,
        ('>', '=') => Take(TokenKind.GreaterOrEqual),
        ('>', '/') => Take(TokenKind.TrimLower),
        ('>', _) => TokenKind.Greater,
        _ => FailCharacter(start, c),
    };

    private TokenKind ScanOperatorInBraces(int start, char c) => (c, Peek(0)) switch
    {
        ('=', '~') => Take(TokenKind.RegexMatch),
        ('=', _) => TokenKind.Assign,
        ('!', '=') => Take(TokenKind.NotEqual),
        ('!', '~') => Take(TokenKind.RegexNoMatch),
        ('!', _) => Fail(start, $"unexpected character after '!' inside braces: {QuoteRuneAt(start + 1)}"),
        _ => FailCharacter(start, c),
    };

    private TokenKind Take(TokenKind kind)
    {
        _position++;
        return kind;
    }

    private TokenKind FailBehind(int start, char c, string help)
    {
        var message = $"unexpected character after '{c}': {QuoteRuneAt(start + 1)}";
        _position += Peek(0) == '~' ? 1 : 0;
        return Fail(start, message, help);
    }

    private TokenKind FailCharacter(int start, char c)
    {
        var help = c switch
        {
            '&' => "PromQL writes `and`.",
            '|' => "PromQL writes `or`.",
            ';' => "PromQL has no statements: a rule holds one expression.",
            '}' => "This brace has no opening one.",
            '\u00a0' => "This is a non-breaking space; type a plain one.",
            '\u201c' or '\u201d' or '\u2018' or '\u2019' => "These are typographic quotes; use \" or '.",
            _ => null,
        };
        var kind = FailAt(start, _inBraces ? "unexpected character inside braces: " : "unexpected character: ", help);

        // A doubled && or || is one mistake.
        _position += c is '&' or '|' && Peek(0) == c ? 1 : 0;
        return kind;
    }

    /// <summary>Reports the character at a place, and takes both halves of one outside the basic plane.</summary>
    private TokenKind FailAt(int start, string message, string? help)
    {
        _position += char.IsHighSurrogate(text[start]) && char.IsLowSurrogate(Peek(0)) ? 1 : 0;
        return Fail(start, message + QuoteRuneAt(start), help);
    }

    private readonly string QuoteRuneAt(int position)
    {
        Rune.DecodeFromUtf16(text.AsSpan(Math.Min(position, text.Length)), out var rune, out _);
        return PromQlStrings.QuoteRune(rune);
    }

    private TokenKind ScanString(char quote)
    {
        var start = _position++;
        var isSound = true;
        while (_position < text.Length && text[_position] != quote)
        {
            if (quote != '`' && text[_position] == '\n')
            {
                return Fail(start, "unterminated quoted string", "A quoted string ends on its line; use \\n for a line break.");
            }

            isSound &= quote != '`' && text[_position] == '\\' ? TrySkipEscape(quote, isSound) : TrySkipCharacter(isSound);
        }

        if (_position >= text.Length)
        {
            _position = text.Length;
            return isSound
                ? Fail(start, quote == '`' ? "unterminated raw string" : "unterminated quoted string", $"Add the closing {quote}.")
                : TokenKind.Error;
        }

        _position++;
        return TokenKind.String;
    }

    private bool TrySkipCharacter(bool isFirst)
    {
        var status = Rune.DecodeFromUtf16(text.AsSpan(_position), out var rune, out var length);
        var start = _position;
        _position += length;
        if (status == System.Buffers.OperationStatus.Done && rune != Rune.ReplacementChar)
        {
            return true;
        }

        return !isFirst || Fail(start, "invalid UTF-8 rune", "The text was damaged before slo read it.") != TokenKind.Error;
    }

    private bool TrySkipEscape(char quote, bool isFirst)
    {
        var start = _position;
        var problem = PromQlStrings.ReadEscape(text.AsSpan(start), quote, out _, out var length);
        _position += length;
        if (problem is not null && isFirst)
        {
            errors.Add(
                TextSpan.FromBounds(start, Math.Min(_position, text.Length)),
                problem,
                "Escape a backslash as \\\\, or put the text in backquotes, where nothing is escaped.");
        }

        return problem is null;
    }

    private readonly TokenKind Fail(int start, string message, string? help = null)
    {
        errors.Add(TextSpan.FromBounds(start, _position), message, help);
        return TokenKind.Error;
    }
}
