using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Language.Slis.Ratio;

/// <summary>Whether a variable stands for a range anywhere in an expression.</summary>
internal sealed class DurationVariableFinder : PromQlVisitor<bool>
{
    /// <inheritdoc />
    protected override bool VisitNumber(NumberLiteral expr) => false;

    /// <inheritdoc />
    protected override bool VisitString(StringLiteral expr) => false;

    /// <inheritdoc />
    protected override bool VisitVectorSelector(VectorSelector expr) => false;

    /// <inheritdoc />
    protected override bool VisitMatrixSelector(MatrixSelector expr) => expr.Range is DurationVariable;

    /// <inheritdoc />
    protected override bool VisitSubquery(SubqueryExpr expr) => expr.Range is DurationVariable || Visit(expr.Expr);

    /// <inheritdoc />
    protected override bool VisitUnary(UnaryExpr expr) => Visit(expr.Operand);

    /// <inheritdoc />
    protected override bool VisitBinary(BinaryExpr expr) => Visit(expr.Left) || Visit(expr.Right);

    /// <inheritdoc />
    protected override bool VisitParen(ParenExpr expr) => Visit(expr.Inner);

    /// <inheritdoc />
    protected override bool VisitAggregate(AggregateExpr expr)
        => Visit(expr.Expr) || (expr.Parameter is { } parameter && Visit(parameter));

    /// <inheritdoc />
    protected override bool VisitCall(CallExpr expr) => expr.Arguments.Any(Visit);
}
