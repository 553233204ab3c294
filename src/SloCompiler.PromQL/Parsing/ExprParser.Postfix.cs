using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Parsing;

/// <summary>What follows an operand: ranges, subqueries, <c>offset</c> and <c>@</c>.</summary>
internal sealed partial class ExprParser
{
    private const string TimeSelectable =
        "modifier must be preceded by an instant vector selector or range vector selector or a subquery";

    private Operand ParsePostfix()
    {
        var operand = ParsePrimary();
        while (true)
        {
            if (Current.Kind == TokenKind.LeftBracket)
            {
                operand = ParseBrackets(operand);
            }
            else if (Current.Keyword == Keyword.Offset)
            {
                operand = ParseOffset(operand);
            }
            else if (Current.Kind == TokenKind.At)
            {
                operand = ParseAt(operand);
            }
            else if (Current.Keyword is Keyword.Anchored or Keyword.Smoothed)
            {
                operand = ParseExtension(operand);
            }
            else
            {
                return operand;
            }
        }
    }

    private Operand ParseExtension(Operand operand)
    {
        var word = Current;
        _position++;
        var isAnchored = word.Keyword == Keyword.Anchored;
        var name = isAnchored ? "anchored" : "smoothed";
        var extension = isAnchored ? RangeExtension.Anchored : RangeExtension.Smoothed;
        var modifiers = ModifiersOf(operand.Expr);
        if (operand.Expr is null)
        {
            return default;
        }

        if (modifiers is null || operand.Expr is SubqueryExpr)
        {
            errors.Add(
                word.Span,
                modifiers is null ? $"{name} modifier not implemented" : $"{name} modifier is not supported for subqueries",
                "Put it directly behind a selector: rate(x[5m] anchored).");
            return default;
        }

        if (modifiers.Extension != RangeExtension.None && modifiers.Extension != extension)
        {
            errors.Add(word.Span, "anchored and smoothed modifiers cannot be used together", "Remove one of them.");
            return default;
        }

        return operand with { Expr = WithModifiers(operand.Expr, modifiers with { Extension = extension }) };
    }

    private Operand ParseBrackets(Operand operand)
    {
        var open = _position++;
        if (IsAtEnd(open))
        {
            return default;
        }

        var range = ParseLength("subquery or range selector", DurationExpected);
        var isSound = range is not null;
        var isSubquery = isSound && Current.Kind == TokenKind.Colon;
        _position += isSubquery ? 1 : 0;
        PromQlDuration? step = null;
        if (isSubquery && Current.Kind != TokenKind.RightBracket && !IsAtEnd(open))
        {
            step = ParseLength("subquery selector", $"{DurationExpected[..^"or range()".Length]}range(), or \"]\"");
            isSound = step is not null;
        }

        isSound &= TryCloseBracket(open, isSound, isSubquery);
        return isSound && range is not null && operand.Expr is not null
            ? WithRange(operand.Expr, operand.Height, open, range, isSubquery, step)
            : default;
    }

    /// <summary>At the end of input, the bracket is what is reported, behind the parenthesis around it.</summary>
    private bool IsAtEnd(int open)
    {
        if (Current.Kind != TokenKind.EndOfInput)
        {
            return false;
        }

        var isEmpty = !HasNumber(tokens.AsSpan(open, _position - open));
        errors.Add(
            tokens[open].Span,
            isEmpty ? "unexpected end of input in duration expression" : "unclosed left bracket",
            "Add the closing `]`.");
        if (_openParen != NoOpenParen)
        {
            ReportEnd("", "");
        }

        errors.IsClosed = true;
        return true;
    }

    private static bool HasNumber(ReadOnlySpan<Token> span)
    {
        foreach (var token in span)
        {
            if (token.Kind is TokenKind.Number or TokenKind.Duration or TokenKind.Variable)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryCloseBracket(int open, bool isSound, bool isSubquery)
    {
        if (IsAtEnd(open))
        {
            return false;
        }

        if (Current.Kind == TokenKind.RightBracket)
        {
            _position++;
            return true;
        }

        if (isSound)
        {
            ReportUnexpected(isSubquery ? "subquery selector" : "subquery or range", isSubquery ? "\"]\"" : "\":\" or \"]\"");
        }

        // Brackets do not nest, so whatever stands before the next closing one belongs to this.
        while (Current.Kind is not (TokenKind.RightBracket or TokenKind.EndOfInput))
        {
            _position++;
        }

        _position += Current.Kind == TokenKind.RightBracket ? 1 : 0;
        return false;
    }

    private Operand WithRange(PromQlExpr expr, int height, int open, PromQlDuration range, bool isSubquery, PromQlDuration? step)
    {
        var span = TextSpan.FromBounds(expr.Span.Start, PreviousEnd);
        if (isSubquery)
        {
            return Made(new SubqueryExpr(expr, range, step) { Span = span }, height);
        }

        var brackets = TextSpan.FromBounds(tokens[open].Start, PreviousEnd);
        if (expr is not VectorSelector selector)
        {
            errors.Add(brackets, "ranges only allowed for vector selectors", "A range over an expression is a subquery: expr[5m:1m], or expr[5m:] with the default step.");
            return default;
        }

        // As in Prometheus, only what it keeps as a plain time counts: offset step() and @ start() pass.
        if (IsSet(selector.Modifiers.Offset) || selector.Modifiers.At is AtTimestamp)
        {
            var modifier = IsSet(selector.Modifiers.Offset) ? "offset modifiers" : "@ modifiers";
            errors.Add(brackets, $"no {modifier} allowed before range", "Write the range first: x[5m] offset 1h.");
            return default;
        }

        return Made(new MatrixSelector(selector, range) { Span = span }, height);
    }

    private Operand ParseOffset(Operand operand)
    {
        var keyword = Current;
        _position++;
        var offset = ParseOffsetLength();
        return offset is null || operand.Expr is null
            ? default
            : Modify(operand, keyword, "offset", m => !IsSet(m.Offset) && m.Offset is null or DurationLiteral ? m with { Offset = offset } : null);
    }

    private Operand ParseAt(Operand operand)
    {
        var sign = Current;
        _position++;
        var start = Current.Start;
        var at = ParseAtTime();
        var span = TextSpan.FromBounds(start, PreviousEnd);
        return at is null || operand.Expr is null
            ? default
            : Modify(operand, sign, "@", m => m.At is null ? m with { At = at, AtSpan = span } : null);
    }

    private Operand Modify(Operand operand, Token keyword, string modifier, Func<SelectorModifiers, SelectorModifiers?> change)
    {
        var current = ModifiersOf(operand.Expr);
        if (current is null)
        {
            errors.Add(keyword.Span, $"{modifier} {TimeSelectable}", "Put it directly behind the selector, inside the function's parentheses.");
            return default;
        }

        if (change(current) is not { } changed)
        {
            errors.Add(keyword.Span, modifier == "@" ? "@ <timestamp> may not be set multiple times" : "offset may not be set multiple times");
            return default;
        }

        return operand with { Expr = WithModifiers(operand.Expr, changed) };
    }

    private static SelectorModifiers? ModifiersOf(PromQlExpr? expr) => expr switch
    {
        VectorSelector vector => vector.Modifiers,
        MatrixSelector matrix => matrix.Selector.Modifiers,
        SubqueryExpr subquery => subquery.Modifiers,
        _ => null,
    };

    /// <summary>Whether an offset is a plain length other than zero; to Prometheus, an offset of zero is none.</summary>
    private static bool IsSet(PromQlDuration? offset) => offset is DurationVariable or DurationLiteral { Seconds: not 0 };

    private PromQlExpr? WithModifiers(PromQlExpr? expr, SelectorModifiers modifiers) => expr switch
    {
        VectorSelector vector => vector with { Modifiers = modifiers, Span = UpToHere(vector) },
        MatrixSelector matrix => matrix with
        {
            Selector = matrix.Selector with { Modifiers = modifiers },
            Span = UpToHere(matrix),
        },
        SubqueryExpr subquery => subquery with { Modifiers = modifiers, Span = UpToHere(subquery) },
        _ => expr,
    };

    private TextSpan UpToHere(PromQlExpr expr) => TextSpan.FromBounds(expr.Span.Start, PreviousEnd);

    private bool IsWord(Token token, string word)
        => text.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}
