using SloCompiler.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>What is said about text that does not fit, and where reading goes on.</summary>
internal sealed partial class ExprParser
{
    private void ReportUnexpected(string context, string expected, string? help = null)
    {
        if (Current.Kind == TokenKind.EndOfInput)
        {
            ReportEnd(context, expected);
            return;
        }

        // The lexer has reported these.
        if (Current.Kind == TokenKind.Error)
        {
            return;
        }

        var isStray = Current.Kind == TokenKind.RightParen && _openParen == NoOpenParen;
        var what = isStray ? "right parenthesis ')'" : Describe(Current);
        var inContext = context.Length == 0 ? "" : $" in {context}";
        var insteadOf = expected.Length == 0 ? "" : $", expected {expected}";
        errors.Add(Current.Span, $"unexpected {what}{inContext}{insteadOf}", help);
    }

    private void ReportEnd(string context, string expected)
    {
        if (_openParen != NoOpenParen)
        {
            errors.Add(tokens[_openParen].Span, "unclosed left parenthesis", "Add the closing `)`.");
        }
        else
        {
            var inContext = context.Length == 0 ? "" : $" in {context}";
            var insteadOf = expected.Length == 0 ? "" : $", expected {expected}";
            errors.Add(Current.Span, $"unexpected end of input{inContext}{insteadOf}", null);
        }

        errors.IsClosed = true;
    }

    private void ReportUnsupported(TextSpan span, string what)
        => errors.Add(PromQlDiagnostics.Unsupported, span, $"{what} is not supported yet by slo");

    private void ReportVariable(Token token) => errors.Add(
        token.Span,
        "unexpected character: '$'",
        options.DurationVariables.IsEmpty
            ? $"`{TextOf(token)}` is a template variable; PromQL has none."
            : $"A variable may stand only for a duration, as in x[{TextOf(token)}]; known are {KnownVariables()}.");

    private string KnownVariables() => string.Join(", ", options.DurationVariables.Select(name => $"${name}"));

    private string? HelpForLeftover() => Current.Kind switch
    {
        TokenKind.Assign => "Comparison is `==`; a single `=` stands only in braces.",
        TokenKind.RegexMatch or TokenKind.RegexNoMatch => "Regular expressions match labels, in braces: x{label=~\"pattern\"}.",
        TokenKind.Identifier when Current.Keyword is Keyword.By or Keyword.Without
            => "`by` and `without` belong to an aggregation, before or after its parentheses, once.",
        TokenKind.Identifier when Current.Keyword is Keyword.GroupLeft or Keyword.GroupRight
            => "group_left and group_right follow on (…) or ignoring (…).",
        TokenKind.Identifier or TokenKind.Number or TokenKind.Duration or TokenKind.String or TokenKind.LeftBrace
            or TokenKind.LeftParen => "An operator is missing before this, or a comma.",
        TokenKind.RightParen => "This parenthesis has no opening one.",
        _ => null,
    };

    private static string? HelpForMissingOperand(Token token) => token.Kind switch
    {
        TokenKind.RightParen or TokenKind.Comma => "An expression is missing before this.",
        TokenKind.Assign => "Comparison is `==`; a single `=` stands only in braces.",
        TokenKind.LeftBracket => "A range follows a selector: x[5m].",
        _ => null,
    };

    /// <summary>Goes to one of two kinds of token outside nested parentheses, brackets and braces, or to the end.</summary>
    private void SkipTo(TokenKind first, TokenKind second)
    {
        var depth = 0;
        while (Current.Kind != TokenKind.EndOfInput)
        {
            if (depth == 0 && (Current.Kind == first || Current.Kind == second))
            {
                return;
            }

            depth += Current.Kind switch
            {
                TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace => 1,
                TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace => -1,
                _ => 0,
            };
            if (depth < 0)
            {
                return;
            }

            _position++;
        }
    }

    private string Describe(Token token)
    {
        var value = TextOf(token);
        return token.Kind switch
        {
            TokenKind.Identifier => DescribeWord(token, value),
            TokenKind.Number => $"number {QuoteShort(value)}",
            TokenKind.Duration => $"duration {QuoteShort(value)}",
            TokenKind.String => $"string {QuoteShort(value)}",
            TokenKind.LeftParen or TokenKind.RightParen or TokenKind.LeftBrace or TokenKind.RightBrace or TokenKind.LeftBracket
                or TokenKind.RightBracket or TokenKind.Comma or TokenKind.Colon or TokenKind.Assign or TokenKind.Variable
                => PromQlStrings.Quote(value),
            _ => $"<op:{value}>",
        };
    }

    private static string DescribeWord(Token token, string value) => token.Keyword switch
    {
        Keyword.None when value.Contains(':') => $"metric identifier {PromQlStrings.Quote(value)}",
        Keyword.None => $"identifier {PromQlStrings.Quote(value)}",
        Keyword.Infinity or Keyword.NotANumber => $"number {PromQlStrings.Quote(value)}",
        Keyword.Aggregator => $"<aggr:{value}>",
        Keyword.And or Keyword.Or or Keyword.Unless or Keyword.Atan2 => $"<op:{value}>",
        _ => $"<{value}>",
    };

    private static string QuoteShort(string value)
        => value.Length > 10 ? $"{PromQlStrings.Quote(value[..10])}..." : PromQlStrings.Quote(value);
}
