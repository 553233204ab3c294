using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Trees;

/// <summary>Copies a tree; a subclass changes the nodes that it cares about.</summary>
internal abstract class TreeRewriter : PromQlVisitor<PromQlExpr>
{
    protected override PromQlExpr VisitNumber(NumberLiteral expr) => expr;

    protected override PromQlExpr VisitString(StringLiteral expr) => expr;

    protected override PromQlExpr VisitVectorSelector(VectorSelector expr) => expr;

    protected override PromQlExpr VisitMatrixSelector(MatrixSelector expr)
        => Visit(expr.Selector) is VectorSelector selector ? expr with { Selector = selector } : expr;

    protected override PromQlExpr VisitSubquery(SubqueryExpr expr) => expr with { Expr = Visit(expr.Expr) };

    protected override PromQlExpr VisitUnary(UnaryExpr expr) => expr with { Operand = Visit(expr.Operand) };

    protected override PromQlExpr VisitBinary(BinaryExpr expr) => expr with { Left = Visit(expr.Left), Right = Visit(expr.Right) };

    protected override PromQlExpr VisitParen(ParenExpr expr) => expr with { Inner = Visit(expr.Inner) };

    protected override PromQlExpr VisitAggregate(AggregateExpr expr) => expr with
    {
        Expr = Visit(expr.Expr),
        Parameter = expr.Parameter is null ? null : Visit(expr.Parameter),
    };

    protected override PromQlExpr VisitCall(CallExpr expr) => expr with { Arguments = [.. expr.Arguments.Select(Visit)] };
}
