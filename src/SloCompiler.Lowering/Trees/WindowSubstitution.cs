using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Trees;

/// <summary>Fills the holes <c>$window</c> of a raw ratio.</summary>
internal sealed class WindowSubstitution(PrometheusDuration window) : TreeRewriter
{
    private const string Variable = "window";

    protected override PromQlExpr VisitMatrixSelector(MatrixSelector expr) => expr with { Range = Fill(expr.Range) };

    protected override PromQlExpr VisitSubquery(SubqueryExpr expr)
        => expr with { Expr = Visit(expr.Expr), Range = Fill(expr.Range) };

    private PromQlDuration Fill(PromQlDuration duration)
        => duration is DurationVariable { Name: Variable } ? new DurationLiteral(window) : duration;
}
