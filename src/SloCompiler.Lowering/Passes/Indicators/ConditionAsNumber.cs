using SloCompiler.Lowering.Trees;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Turns a condition, which filters, into a vector of 1 (holds) and 0 (does not).</summary>
internal static class ConditionAsNumber
{
    /// <summary>The vector; null, with the part that is no condition, where it cannot be made.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="guard">What is done to both sides of each comparison.</param>
    /// <param name="culprit">The part that is no condition.</param>
    public static PromQlExpr? Convert(PromQlExpr condition, Func<PromQlExpr, PromQlExpr> guard, out PromQlExpr culprit)
    {
        culprit = condition;
        return condition switch
        {
            ParenExpr paren => Convert(paren.Inner, guard, out culprit),
            BinaryExpr { Operator: BinaryOperator.And } and => Product(and, guard, out culprit),
            BinaryExpr { Operator: BinaryOperator.Or } or => CappedSum(or, guard, out culprit),
            BinaryExpr comparison when comparison.Operator.IsComparison() => Comparison(comparison, guard),
            _ => null,
        };
    }

    private static BinaryExpr Comparison(BinaryExpr comparison, Func<PromQlExpr, PromQlExpr> guard) => Tree.Compare(
        comparison.Operator,
        guard(comparison.Left),
        guard(comparison.Right),
        comparison.Matching);

    private static BinaryExpr? Product(BinaryExpr and, Func<PromQlExpr, PromQlExpr> guard, out PromQlExpr culprit)
        => Both(and, guard, out culprit) is var (left, right)
            ? Ql.Binary(BinaryOperator.Multiply, left, right, ManyLeft(and.Matching))
            : null;

    private static CallExpr? CappedSum(BinaryExpr or, Func<PromQlExpr, PromQlExpr> guard, out PromQlExpr culprit)
        => Both(or, guard, out culprit) is var (left, right)
            ? Ql.Call("clamp_max", Ql.Binary(BinaryOperator.Add, left, right, ManyLeft(or.Matching)), Ql.Number(1))
            : null;

    private static (PromQlExpr Left, PromQlExpr Right)? Both(
        BinaryExpr expr, Func<PromQlExpr, PromQlExpr> guard, out PromQlExpr culprit)
        => Convert(expr.Left, guard, out culprit) is { } left && Convert(expr.Right, guard, out culprit) is { } right
            ? (left, right)
            : null;

    // Set operators match many to many; arithmetic needs to be told that the left side may have several.
    private static VectorMatching? ManyLeft(VectorMatching? matching)
        => matching is null ? null : matching with { Group = GroupSide.Left };
}
