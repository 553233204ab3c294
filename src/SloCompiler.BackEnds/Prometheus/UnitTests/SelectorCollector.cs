using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>All vector selectors of a tree, in source order.</summary>
internal sealed class SelectorCollector : PromQlVisitor<ImmutableArray<VectorSelector>>
{
    private static readonly SelectorCollector Instance = new();

    /// <summary>The selectors of a tree; none for no tree.</summary>
    public static ImmutableArray<VectorSelector> Of(PromQlExpr? expr) => expr is null ? [] : Instance.Visit(expr);

    protected override ImmutableArray<VectorSelector> VisitNumber(NumberLiteral expr) => [];

    protected override ImmutableArray<VectorSelector> VisitString(StringLiteral expr) => [];

    protected override ImmutableArray<VectorSelector> VisitVectorSelector(VectorSelector expr) => [expr];

    protected override ImmutableArray<VectorSelector> VisitMatrixSelector(MatrixSelector expr) => [expr.Selector];

    protected override ImmutableArray<VectorSelector> VisitSubquery(SubqueryExpr expr) => Visit(expr.Expr);

    protected override ImmutableArray<VectorSelector> VisitUnary(UnaryExpr expr) => Visit(expr.Operand);

    protected override ImmutableArray<VectorSelector> VisitBinary(BinaryExpr expr) => [.. Visit(expr.Left), .. Visit(expr.Right)];

    protected override ImmutableArray<VectorSelector> VisitParen(ParenExpr expr) => Visit(expr.Inner);

    protected override ImmutableArray<VectorSelector> VisitAggregate(AggregateExpr expr)
        => [.. expr.Parameter is null ? [] : Visit(expr.Parameter), .. Visit(expr.Expr)];

    protected override ImmutableArray<VectorSelector> VisitCall(CallExpr expr) => [.. expr.Arguments.SelectMany(a => Visit(a))];
}
