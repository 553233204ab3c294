using SloCompiler.Lowering.Trees;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>
/// Keeps NaN out of comparisons: with <c>bool</c>, NaN compares as "does not hold", and a quiet minute would count as bad.
/// </summary>
internal static class NaNGuard
{
    /// <summary>The operand without its NaN values, where it can have some.</summary>
    public static PromQlExpr Apply(PromQlExpr operand)
        => PromQlWalker.DescendantsAndSelf(operand).Any(MakesNaN) ? Tree.WithoutNaN(operand) : operand;

    private static bool MakesNaN(PromQlExpr expr) => expr switch
    {
        BinaryExpr { Operator: BinaryOperator.Divide or BinaryOperator.Modulo } division => division.Right is not NumberLiteral,
        CallExpr call => call.Function.StartsWith("histogram_", StringComparison.Ordinal),
        _ => false,
    };
}
