using SloCompiler.Lowering.Trees;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>
/// Keeps NaN out of comparisons: with <c>bool</c>, NaN compares as "does not hold", and a quiet minute would count as bad.
/// </summary>
internal sealed class NaNGuard : TreeRewriter
{
    private bool _divides;

    private NaNGuard()
    {
    }

    /// <summary>The operand without its NaN values, where it can have some.</summary>
    public static PromQlExpr Apply(PromQlExpr operand)
    {
        var guard = new NaNGuard();
        guard.Visit(operand);
        return guard._divides ? Tree.WithoutNaN(operand) : operand;
    }

    protected override PromQlExpr VisitBinary(BinaryExpr expr)
    {
        _divides |= expr.Operator is BinaryOperator.Divide or BinaryOperator.Modulo && expr.Right is not NumberLiteral;
        return base.VisitBinary(expr);
    }

    protected override PromQlExpr VisitCall(CallExpr expr)
    {
        _divides |= expr.Function.StartsWith("histogram_", StringComparison.Ordinal);
        return base.VisitCall(expr);
    }
}
