using SloCompiler.PromQL.Syntax;

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
        var inContext = context.Length == 0 || isStray ? "" : $" in {context}";
        var insteadOf = expected.Length == 0 || isStray ? "" : $", expected {expected}";
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
            errors.Add(Current.Span, $"unexpected end of input{inContext}{insteadOf}", "Something is missing behind this.");
        }

        errors.IsClosed = true;
    }

    private void ReportVariable(Token token, string where = "") => errors.Add(
        token.Span,
        $"unexpected character{where}: '$'",
        options.DurationVariables.IsEmpty
            ? $"`{TextOf(token)}` is a template variable; PromQL has none."
            : $"A variable may stand only for a duration, as in x[{TextOf(token)}]; known are {KnownVariables()}.");

    private string KnownVariables() => string.Join(", ", options.DurationVariables.Select(name => $"${name}"));

    private string? HelpForLeftover(PromQlExpr? before) => Current.Kind switch
    {
        TokenKind.Comma when _openParen == NoOpenParen => "Commas separate only arguments, matchers and labels.",
        TokenKind.LeftParen when before is VectorSelector { MetricName: { } name } => $"`{name}` is a word of the grammar here, not a function.",
        TokenKind.Assign => "Comparison is `==`; a single `=` stands only in braces.",
        TokenKind.Identifier when Current.Keyword is Keyword.By or Keyword.Without
            => "`by` and `without` belong to an aggregation, before or after its parentheses, once.",
        TokenKind.Identifier when Current.Keyword is Keyword.GroupLeft or Keyword.GroupRight
            => "group_left and group_right follow on (…) or ignoring (…).",
        TokenKind.Identifier when Current.Keyword == Keyword.Bool => "`bool` follows a comparison: a > bool 1.",
        TokenKind.Identifier when Current.Keyword is Keyword.On or Keyword.Ignoring => "on (…) and ignoring (…) follow an operator: a / on (job) b.",
        TokenKind.Identifier when Current.Keyword is Keyword.Fill or Keyword.FillLeft or Keyword.FillRight
            => "fill (…) follows an operator and its on (…) or ignoring (…).",
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
        Keyword.Preprocessor => PromQlStrings.Quote(value),
        _ => $"<{value}>",
    };

    private static string QuoteShort(string value)
        => value.Length > 10 ? $"{PromQlStrings.Quote(value[..10])}..." : PromQlStrings.Quote(value);
}
