using SloCompiler.Lowering.Trees;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Turns a condition, which filters, into a vector of 1 (holds) and 0 (does not).</summary>
internal static class ConditionAsNumber
{
    /// <summary>The vector; null, with the part that is no condition, where it cannot be made.</summary>
    public static PromQlExpr? Convert(PromQlExpr condition, out PromQlExpr culprit)
    {
        culprit = condition;
        return condition switch
        {
            ParenExpr paren => Convert(paren.Inner, out culprit),
            BinaryExpr { Operator: BinaryOperator.And } and => Product(and, out culprit),
            BinaryExpr { Operator: BinaryOperator.Or } or => CappedSum(or, out culprit),
            BinaryExpr comparison when IsComparison(comparison.Operator) => Comparison(comparison),
            _ => null,
        };
    }

    private static bool IsComparison(BinaryOperator op)
        => Ql.Precedence(op) == Ql.Precedence(BinaryOperator.Equal);

    private static BinaryExpr Comparison(BinaryExpr comparison) => Tree.Compare(
        comparison.Operator,
        NaNGuard.Apply(comparison.Left),
        NaNGuard.Apply(comparison.Right),
        comparison.Matching);

    private static BinaryExpr? Product(BinaryExpr and, out PromQlExpr culprit)
        => Both(and, out culprit) is var (left, right)
            ? Ql.Binary(BinaryOperator.Multiply, left, right, ManyLeft(and.Matching))
            : null;

    private static CallExpr? CappedSum(BinaryExpr or, out PromQlExpr culprit)
        => Both(or, out culprit) is var (left, right)
            ? Ql.Call("clamp_max", Ql.Binary(BinaryOperator.Add, left, right, ManyLeft(or.Matching)), Ql.Number(1))
            : null;

    private static (PromQlExpr Left, PromQlExpr Right)? Both(BinaryExpr expr, out PromQlExpr culprit)
        => Convert(expr.Left, out culprit) is { } left && Convert(expr.Right, out culprit) is { } right
            ? (left, right)
            : null;

    // Set operators match many to many; arithmetic needs to be told that the left side may have several.
    private static VectorMatching? ManyLeft(VectorMatching? matching)
        => matching is null ? null : matching with { Group = GroupSide.Left };
}
