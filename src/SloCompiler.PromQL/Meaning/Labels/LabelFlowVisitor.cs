using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Types;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Decides for every kind of node. Recursion goes through the flow, which remembers results.</summary>
internal sealed class LabelFlowVisitor(LabelFlow flow, MeaningContext context) : PromQlVisitor<LabelFlowResult>
{
    protected internal override LabelFlowResult VisitNumber(NumberLiteral expr) => ScalarFlow.Number(expr);

    protected internal override LabelFlowResult VisitString(StringLiteral expr) => LabelFlowResult.Text;

    protected internal override LabelFlowResult VisitVectorSelector(VectorSelector expr) => SelectorFlow.Of(expr, context);

    protected internal override LabelFlowResult VisitMatrixSelector(MatrixSelector expr)
        => flow.At(expr.Selector).As(PromQlType.RangeVector);

    protected internal override LabelFlowResult VisitSubquery(SubqueryExpr expr) => flow.At(expr.Expr).As(PromQlType.RangeVector);

    protected internal override LabelFlowResult VisitUnary(UnaryExpr expr)
    {
        var operand = flow.At(expr.Operand);
        if (operand.Type == PromQlType.Scalar)
        {
            return ScalarFlow.Number(expr);
        }

        var reason = new LabelReason(LabelReasonKind.NameDropped, expr.Span, "-");
        return expr.IsNegation ? operand.Select(b => b with { Labels = b.Labels.DropName(reason) }, operand.IsNeverEmpty) : operand;
    }

    protected internal override LabelFlowResult VisitBinary(BinaryExpr expr)
        => BinaryFlow.Of(expr, flow.At(expr.Left), flow.At(expr.Right));

    protected internal override LabelFlowResult VisitParen(ParenExpr expr) => flow.At(expr.Inner);

    protected internal override LabelFlowResult VisitAggregate(AggregateExpr expr) => AggregateFlow.Of(expr, flow.At(expr.Expr));

    protected internal override LabelFlowResult VisitCall(CallExpr expr) => CallFlow.Of(expr, flow);
}
