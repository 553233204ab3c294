using System.Globalization;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>The times of <c>@</c>, and other numbers with a sign.</summary>
internal sealed partial class ExprParser
{
    private AtModifier? ParseAtTime()
    {
        if (Current.Kind == TokenKind.Identifier && (IsWord(Current, "start") || IsWord(Current, "end")))
        {
            return ParseBoundary(IsWord(Current, "start"));
        }

        var start = Current.Start;
        return TryParseSignedNumber("@", "timestamp", "Seconds since 1970, start() or end().", out var seconds)
            ? Timestamp(seconds, TextSpan.FromBounds(start, PreviousEnd))
            : null;
    }

    private AtTimestamp? Timestamp(double seconds, TextSpan span)
    {
        // Prometheus compares seconds with the bounds of 64 bits, though it counts in milliseconds afterwards.
        if (!double.IsFinite(seconds) || Math.Abs(seconds) >= long.MaxValue)
        {
            errors.Add(span, $"timestamp out of bounds for @ modifier: {GoDecimal(seconds)}");
            return null;
        }

        return new AtTimestamp(Math.Round(seconds * 1000, MidpointRounding.AwayFromZero) / 1000);
    }

    /// <summary>A number as Go's <c>%f</c> writes it.</summary>
    private static string GoDecimal(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => double.IsNaN(value) ? "NaN" : value.ToString("F6", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a number or a duration, as seconds, with at most one sign.</summary>
    private bool TryParseSignedNumber(string context, string expected, string help, out double value)
    {
        var isNegative = Current.Kind == TokenKind.Minus;
        _position += Current.Kind is TokenKind.Minus or TokenKind.Plus ? 1 : 0;
        var token = Current;
        value = token.Keyword switch
        {
            Keyword.Infinity => double.PositiveInfinity,
            Keyword.NotANumber => double.NaN,
            _ => 0,
        };
        if (token.Kind == TokenKind.Duration)
        {
            value = (double)(ReadDuration(token)?.Seconds ?? 0);
        }
        else if (token.Kind == TokenKind.Number)
        {
            value = ReadNumber(token);
        }
        else if (token.Keyword is not (Keyword.Infinity or Keyword.NotANumber))
        {
            ReportUnexpected(context, expected, help);
            return false;
        }

        _position++;
        value = isNegative ? -value : value;
        return true;
    }

    private double ReadNumber(Token token)
    {
        var value = PromQlNumbers.ParseNumber(text.AsSpan(token.Start, token.Length), out var problem);
        if (problem is not null)
        {
            errors.Add(token.Span, $"error parsing number: strconv.ParseFloat: parsing {PromQlStrings.Quote(TextOf(token))}: {problem}");
        }

        return value;
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
