using System.Collections.Frozen;
using SloCompiler.Lowering.Trees;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>
/// Keeps NaN out of comparisons: with <c>bool</c>, NaN compares as "does not hold", and a quiet minute would count as bad.
/// </summary>
internal static class NaNGuard
{
    private static readonly FrozenSet<string> AlwaysNumbers = FrozenSet.Create(
        StringComparer.Ordinal,
        "rate", "irate", "increase", "count_over_time", "present_over_time", "changes", "resets", "absent", "absent_over_time", "timestamp");

    /// <summary>The operand without its NaN values, where it can have some.</summary>
    public static PromQlExpr Apply(PromQlExpr operand) => IsNeeded(operand) ? Tree.WithoutNaN(operand) : operand;

    /// <summary>Whether an expression can be NaN: 0/0, a quantile of nothing, or a gauge, as the quantiles of a summary are.</summary>
    public static bool IsNeeded(PromQlExpr expr) => expr switch
    {
        VectorSelector => true,
        BinaryExpr { Operator: BinaryOperator.Divide or BinaryOperator.Modulo, Right: not NumberLiteral } => true,
        CallExpr call when call.Function.StartsWith("histogram_", StringComparison.Ordinal) => true,
        CallExpr call when AlwaysNumbers.Contains(call.Function) => false,
        AggregateExpr { Operator: "count" or "group" } => false,
        _ => PromQlWalker.Children(expr).Any(IsNeeded),
    };
}
