using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Types;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Numbers, and vectors made of them: one series without labels, always.</summary>
internal static class ScalarFlow
{
    public static LabelFlowResult Number(PromQlExpr expr) => new(PromQlType.Scalar, [Branch(expr)], isNeverEmpty: true);

    public static LabelFlowResult Vector(PromQlExpr expr) => new(PromQlType.InstantVector, [Branch(expr)], isNeverEmpty: true);

    private static LabelBranch Branch(PromQlExpr expr)
    {
        var reason = new LabelReason(LabelReasonKind.Scalar, expr.Span);
        var labels = new LabelSet([], LabelPromise.Impossible("", reason));
        return new LabelBranch(labels, expr, BranchOrigin.Scalar) { AlwaysReturns = true };
    }
}
