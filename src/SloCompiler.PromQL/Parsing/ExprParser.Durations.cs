using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>Lengths of time in ranges, steps and offsets, and the times of <c>@</c>.</summary>
internal sealed partial class ExprParser
{
    private const string DurationExpected = "number, duration, step(), or range()";

    // Prometheus counts in nanoseconds of 64 bits.
    private const double LongestSeconds = 9_223_372_036;

    /// <summary>Reads a length: above zero in brackets, of either sign behind <c>offset</c>.</summary>
    private PromQlDuration? ParseLength(string context, bool isOffset)
    {
        var start = Current.Start;
        var isNegative = isOffset && Current.Kind == TokenKind.Minus;
        _position += isOffset && Current.Kind is TokenKind.Minus or TokenKind.Plus ? 1 : 0;
        if (IsDurationExpression(isOffset))
        {
            ReportUnsupported(Current.Span, "arithmetic on durations");
            SkipDurationExpression(isOffset);
            return null;
        }

        var length = ParseLengthAtom(context, isNegative, isOffset);
        return length is null ? null : length with { Span = TextSpan.FromBounds(start, PreviousEnd) };
    }

    /// <summary>Whether arithmetic stands here. Behind <c>offset</c> it needs parentheses, since <c>x offset 5m - 1</c> subtracts from x.</summary>
    private bool IsDurationExpression(bool isOffset)
    {
        var isCall = Next.Kind == TokenKind.LeftParen && Current.Kind == TokenKind.Identifier
            && (IsWord(Current, "step") || IsWord(Current, "range") || IsWord(Current, "min_of") || IsWord(Current, "max_of"));
        var isSigned = !isOffset && Current.Kind is TokenKind.Minus or TokenKind.Plus;
        var isArithmetic = !isOffset && Current.Kind is TokenKind.Number or TokenKind.Duration or TokenKind.Variable
            && Next.Kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash or TokenKind.Percent
                or TokenKind.Caret;
        return Current.Kind == TokenKind.LeftParen || isCall || isSigned || isArithmetic;
    }

    private void SkipDurationExpression(bool isOffset)
    {
        if (!isOffset)
        {
            SkipTo(TokenKind.Colon, TokenKind.RightBracket);
            return;
        }

        _position += Current.Kind == TokenKind.LeftParen ? 1 : 2;
        SkipTo(TokenKind.RightParen, TokenKind.RightParen);
        _position += Current.Kind == TokenKind.RightParen ? 1 : 0;
    }

    private PromQlDuration? ParseLengthAtom(string context, bool isNegative, bool isOffset)
    {
        var token = Current;
        if (token.Kind == TokenKind.Variable)
        {
            _position++;
            return ReadVariable(token, isNegative);
        }

        if (token.Kind is not (TokenKind.Number or TokenKind.Duration))
        {
            ReportUnexpected(context, DurationExpected, HelpForMissingDuration(token));
            return null;
        }

        _position++;
        var value = token.Kind == TokenKind.Number ? ReadSeconds(token) : ReadDuration(token);
        if (value is null)
        {
            return null;
        }

        if (!isOffset && value.Value.Milliseconds == 0)
        {
            errors.Add(token.Span, "duration must be greater than 0");
        }

        return new DurationLiteral(new PrometheusDuration(isNegative ? -value.Value.Milliseconds : value.Value.Milliseconds));
    }

    private static string? HelpForMissingDuration(Token token) => token.Kind switch
    {
        TokenKind.RightBracket => "Write a duration: x[5m].",
        TokenKind.Colon => "A subquery needs a range before the colon: [1h:5m].",
        TokenKind.String => "A duration stands without quotes.",
        _ => null,
    };

    private DurationVariable? ReadVariable(Token token, bool isNegative)
    {
        var name = TextOf(token).Trim('$', '{', '}');
        if (!options.DurationVariables.Contains(name, StringComparer.Ordinal))
        {
            ReportVariable(token);
            return null;
        }

        if (isNegative)
        {
            ReportUnsupported(token.Span, "a negative variable");
            return null;
        }

        return new DurationVariable(name);
    }

    private PrometheusDuration? ReadDuration(Token token)
    {
        var literal = TextOf(token);
        if (!PrometheusDuration.TryParse(literal, out var value))
        {
            errors.Add(
                token.Span,
                $"not a valid duration string: {PromQlStrings.Quote(literal)}",
                "Units go from large to small, each once: 1d12h, 1h30m; up to 292 years.");
            return null;
        }

        return value;
    }

    private PrometheusDuration? ReadSeconds(Token token)
    {
        var seconds = PromQlNumbers.ParseNumber(text.AsSpan(token.Start, token.Length));
        if (seconds is not (>= 0 and < LongestSeconds))
        {
            errors.Add(token.Span, "duration out of range");
            return null;
        }

        return new PrometheusDuration((long)Math.Round(seconds.Value * 1000, MidpointRounding.AwayFromZero));
    }

    private AtModifier? ParseAtTime()
    {
        if (Current.Kind == TokenKind.Identifier && (IsWord(Current, "start") || IsWord(Current, "end")))
        {
            return ParseBoundary(IsWord(Current, "start"));
        }

        var isNegative = Current.Kind == TokenKind.Minus;
        var start = Current.Start;
        _position += Current.Kind is TokenKind.Minus or TokenKind.Plus ? 1 : 0;
        var isInfinite = Current.Keyword is Keyword.Infinity or Keyword.NotANumber;
        if (Current.Kind is not (TokenKind.Number or TokenKind.Duration) && !isInfinite)
        {
            ReportUnexpected("@", "timestamp", "Seconds since 1970, start() or end().");
            return null;
        }

        var token = Current;
        _position++;
        return ReadTimestamp(token, start, isNegative, isInfinite);
    }

    private AtTimestamp? ReadTimestamp(Token token, int start, bool isNegative, bool isInfinite)
    {
        var seconds = isInfinite ? null
            : token.Kind == TokenKind.Duration ? (double?)ReadDuration(token)?.Seconds
            : PromQlNumbers.ParseNumber(text.AsSpan(token.Start, token.Length));
        // The bound is that of milliseconds in 64 bits.
        if (seconds is null || seconds.Value * 1000 >= long.MaxValue)
        {
            var span = TextSpan.FromBounds(start, token.End);
            errors.Add(span, $"timestamp out of bounds for @ modifier: {text[span.Start..span.End]}");
            return null;
        }

        var rounded = Math.Round(seconds.Value * 1000, MidpointRounding.AwayFromZero) / 1000;
        return new AtTimestamp(isNegative ? -rounded : rounded);
    }

    private AtBoundary? ParseBoundary(bool isStart)
    {
        _position++;
        foreach (var kind in (ReadOnlySpan<TokenKind>)[TokenKind.LeftParen, TokenKind.RightParen])
        {
            if (Current.Kind != kind)
            {
                ReportUnexpected("@", "timestamp", "Write start() or end() with its parentheses.");
                return null;
            }

            _position++;
        }

        return new AtBoundary(isStart);
    }
}
