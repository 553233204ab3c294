using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Rewriting;

/// <summary>
/// Rebuilds a tree bottom-up. What does not change keeps its identity, so a rewriter that changes nothing returns the very tree it
/// was given. Override the method of a kind of node to change it; call the base to rewrite the children first.
/// </summary>
public abstract class PromQlRewriter : PromQlVisitor<PromQlExpr>
{
    /// <summary>Rewrites the length of a range, step or offset, its parts first.</summary>
    protected virtual PromQlDuration RewriteDuration(PromQlDuration duration)
        => StackGuard.HasRoom ? RewriteParts(duration) : StackGuard.OnFreshStack(() => RewriteParts(duration));

    /// <summary>Rewrites a matcher; null removes it.</summary>
    protected virtual LabelMatcher? RewriteMatcher(LabelMatcher matcher) => matcher;

    /// <inheritdoc />
    protected internal override PromQlExpr VisitNumber(NumberLiteral expr) => expr;

    /// <inheritdoc />
    protected internal override PromQlExpr VisitString(StringLiteral expr) => expr;

    /// <inheritdoc />
    protected internal override PromQlExpr VisitVectorSelector(VectorSelector expr)
    {
        var matchers = RewriteMatchers(expr.Matchers);
        var modifiers = RewriteModifiers(expr.Modifiers);
        return matchers == expr.Matchers && ReferenceEquals(modifiers, expr.Modifiers)
            ? expr
            : expr with { Matchers = matchers, Modifiers = modifiers };
    }

    /// <summary>Rewrites the selector and the range. A selector that becomes something else is not put under a range.</summary>
    /// <exception cref="InvalidOperationException">The selector was rewritten to another kind of expression.</exception>
    protected internal override PromQlExpr VisitMatrixSelector(MatrixSelector expr)
    {
        var selector = Visit(expr.Selector) as VectorSelector
            ?? throw new InvalidOperationException("Only a selector can stand before a range: rewrite the range selector itself.");
        var range = RewriteDuration(expr.Range);
        return ReferenceEquals(selector, expr.Selector) && ReferenceEquals(range, expr.Range)
            ? expr
            : expr with { Selector = selector, Range = range };
    }

    /// <inheritdoc />
    protected internal override PromQlExpr VisitSubquery(SubqueryExpr expr)
    {
        var inner = Visit(expr.Expr);
        var range = RewriteDuration(expr.Range);
        var step = expr.Step is null ? null : RewriteDuration(expr.Step);
        var modifiers = RewriteModifiers(expr.Modifiers);
        var isSame = ReferenceEquals(inner, expr.Expr) && ReferenceEquals(range, expr.Range) && ReferenceEquals(step, expr.Step)
            && ReferenceEquals(modifiers, expr.Modifiers);
        return isSame ? expr : expr with { Expr = inner, Range = range, Step = step, Modifiers = modifiers };
    }

    /// <inheritdoc />
    protected internal override PromQlExpr VisitUnary(UnaryExpr expr)
    {
        var operand = Visit(expr.Operand);
        return ReferenceEquals(operand, expr.Operand) ? expr : expr with { Operand = operand };
    }

    /// <inheritdoc />
    protected internal override PromQlExpr VisitBinary(BinaryExpr expr)
    {
        var left = Visit(expr.Left);
        var right = Visit(expr.Right);
        return ReferenceEquals(left, expr.Left) && ReferenceEquals(right, expr.Right) ? expr : expr with { Left = left, Right = right };
    }

    /// <inheritdoc />
    protected internal override PromQlExpr VisitParen(ParenExpr expr)
    {
        var inner = Visit(expr.Inner);
        return ReferenceEquals(inner, expr.Inner) ? expr : expr with { Inner = inner };
    }

    /// <inheritdoc />
    protected internal override PromQlExpr VisitAggregate(AggregateExpr expr)
    {
        var parameter = expr.Parameter is null ? null : Visit(expr.Parameter);
        var inner = Visit(expr.Expr);
        return ReferenceEquals(parameter, expr.Parameter) && ReferenceEquals(inner, expr.Expr)
            ? expr
            : expr with { Parameter = parameter, Expr = inner };
    }

    /// <inheritdoc />
    protected internal override PromQlExpr VisitCall(CallExpr expr)
    {
        var arguments = RewriteAll(expr.Arguments, Visit);
        return arguments == expr.Arguments ? expr : expr with { Arguments = arguments };
    }

    /// <summary>Rewrites the lengths in <c>offset</c>.</summary>
    protected SelectorModifiers RewriteModifiers(SelectorModifiers modifiers)
    {
        var offset = modifiers.Offset is null ? null : RewriteDuration(modifiers.Offset);
        return ReferenceEquals(offset, modifiers.Offset) ? modifiers : modifiers with { Offset = offset };
    }

    private PromQlDuration RewriteParts(PromQlDuration duration)
    {
        switch (duration)
        {
            case DurationNegation negation:
                var operand = RewriteDuration(negation.Operand);
                return ReferenceEquals(operand, negation.Operand) ? negation : negation with { Operand = operand };
            case DurationParen paren:
                var inner = RewriteDuration(paren.Inner);
                return ReferenceEquals(inner, paren.Inner) ? paren : paren with { Inner = inner };
            case DurationBinary binary:
                var (left, right) = (RewriteDuration(binary.Left), RewriteDuration(binary.Right));
                return ReferenceEquals(left, binary.Left) && ReferenceEquals(right, binary.Right)
                    ? binary
                    : binary with { Left = left, Right = right };
            case DurationCall call:
                var arguments = RewriteAll(call.Arguments, RewriteDuration);
                return arguments == call.Arguments ? call : call with { Arguments = arguments };
            default:
                return duration;
        }
    }

    private ImmutableArray<LabelMatcher> RewriteMatchers(ImmutableArray<LabelMatcher> matchers) => RewriteAll(matchers, RewriteMatcher);

    private static ImmutableArray<T> RewriteAll<T>(ImmutableArray<T> items, Func<T, T?> rewrite)
        where T : class
    {
        ImmutableArray<T>.Builder? changed = null;
        for (var i = 0; i < items.Length; i++)
        {
            var item = rewrite(items[i]);
            if (changed is null && ReferenceEquals(item, items[i]))
            {
                continue;
            }

            if (changed is null)
            {
                changed = ImmutableArray.CreateBuilder<T>(items.Length);
                changed.AddRange(items.AsSpan()[..i]);
            }

            if (item is not null)
            {
                changed.Add(item);
            }
        }

        return changed is null ? items : changed.DrainToImmutable();
    }
}
