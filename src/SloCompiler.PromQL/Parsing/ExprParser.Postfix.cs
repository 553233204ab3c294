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
            else if (!TrySkipExtendedRange(operand))
            {
                return operand;
            }
        }
    }

    private bool TrySkipExtendedRange(Operand operand)
    {
        var isModifier = Current is { Kind: TokenKind.Identifier, Keyword: Keyword.None }
            && operand.Expr is VectorSelector or MatrixSelector or SubqueryExpr
            && (IsWord(Current, "anchored") || IsWord(Current, "smoothed"));
        if (isModifier)
        {
            ReportUnsupported(Current.Span, $"the modifier `{TextOf(Current)}`");
            _position++;
        }

        return isModifier;
    }

    private Operand ParseBrackets(Operand operand)
    {
        var open = Current;
        _position++;
        var range = ParseLengthInBrackets("subquery or range selector");
        var isSound = range is not null;
        var isSubquery = isSound && Current.Kind == TokenKind.Colon;
        PromQlDuration? step = null;
        if (isSubquery && Next.Kind == TokenKind.RightBracket)
        {
            _position++;
        }
        else if (isSubquery)
        {
            _position++;
            step = ParseLengthInBrackets("subquery selector");
            isSound = step is not null;
        }

        isSound &= CloseBracket(open, isSound, isSubquery);
        return isSound && range is not null && operand.Expr is not null
            ? WithRange(operand.Expr, operand.Height, range, isSubquery, step)
            : default;
    }

    // At the end of input, the bracket is what is reported.
    private PromQlDuration? ParseLengthInBrackets(string context) => Current.Kind == TokenKind.EndOfInput
        ? null
        : ParseLength(context, isOffset: false);

    private bool CloseBracket(Token open, bool isSound, bool isSubquery)
    {
        if (Current.Kind == TokenKind.EndOfInput)
        {
            errors.Add(open.Span, "unclosed left bracket", "Add the closing `]`.");
            errors.IsClosed = true;
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

        SkipTo(TokenKind.RightBracket, TokenKind.RightBracket);
        _position += Current.Kind == TokenKind.RightBracket ? 1 : 0;
        return false;
    }

    private Operand WithRange(PromQlExpr expr, int height, PromQlDuration range, bool isSubquery, PromQlDuration? step)
    {
        var span = TextSpan.FromBounds(expr.Span.Start, PreviousEnd);
        if (isSubquery)
        {
            return Made(new SubqueryExpr(expr, range, step) { Span = span }, height);
        }

        if (expr is not VectorSelector selector)
        {
            errors.Add(span, "ranges only allowed for vector selectors", "A range over an expression is a subquery: expr[5m:1m], or expr[5m:] with the default step.");
            return default;
        }

        if (selector.Modifiers != SelectorModifiers.None)
        {
            var modifier = selector.Modifiers.Offset is null ? "@ modifiers" : "offset modifiers";
            errors.Add(span, $"no {modifier} allowed before range", "Write the range first: x[5m] offset 1h.");
            return default;
        }

        return Made(new MatrixSelector(selector, range) { Span = span }, height);
    }

    private Operand ParseOffset(Operand operand)
    {
        var keyword = Current;
        _position++;
        var offset = ParseLength("offset", isOffset: true);
        return offset is null || operand.Expr is null
            ? default
            : Modify(operand, keyword, "offset", m => m.Offset is null ? m with { Offset = offset } : null);
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
        var current = operand.Expr switch
        {
            VectorSelector vector => vector.Modifiers,
            MatrixSelector matrix => matrix.Selector.Modifiers,
            SubqueryExpr subquery => subquery.Modifiers,
            _ => null,
        };
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
