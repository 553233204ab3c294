using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Slis.Events;

/// <summary>Whether an expression is counters combined with <c>+</c>, <c>-</c> and <c>or</c>; reports what is not.</summary>
internal sealed class EventsExpressionCheck(SpecExpression expression, ReadContext context) : PromQlVisitor<bool>
{
    /// <inheritdoc />
    protected override bool VisitVectorSelector(VectorSelector expr) => true;

    /// <inheritdoc />
    protected override bool VisitParen(ParenExpr expr) => Visit(expr.Inner);

    /// <inheritdoc />
    protected override bool VisitBinary(BinaryExpr expr)
    {
        if (expr.Operator is not (BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Or))
        {
            return ReportUnsupported(expr, "This operator cannot combine counters of events.");
        }

        if (expr.Matching is not null)
        {
            return ReportUnsupported(expr, "Counters of events are summed before they are combined, so `on` and `ignoring` have no meaning.");
        }

        var left = Visit(expr.Left);
        return Visit(expr.Right) && left;
    }

    /// <inheritdoc />
    protected override bool VisitCall(CallExpr expr) => expr.Function is "rate" or "irate" or "increase"
        ? ReportWrapped(expr)
        : ReportUnsupported(expr, $"`{expr.Function}()` cannot be part of a counter of events.");

    /// <inheritdoc />
    protected override bool VisitAggregate(AggregateExpr expr) => ReportWrapped(expr);

    /// <inheritdoc />
    protected override bool VisitMatrixSelector(MatrixSelector expr) => ReportWrapped(expr);

    /// <inheritdoc />
    protected override bool VisitSubquery(SubqueryExpr expr) => ReportUnsupported(expr, "A subquery is not a counter.");

    /// <inheritdoc />
    protected override bool VisitUnary(UnaryExpr expr) => ReportUnsupported(expr, "A sign cannot stand before a counter of events.");

    /// <inheritdoc />
    protected override bool VisitNumber(NumberLiteral expr) => ReportUnsupported(expr, "A number is not a counter.");

    /// <inheritdoc />
    protected override bool VisitString(StringLiteral expr) => ReportUnsupported(expr, "A string is not a counter.");

    private bool ReportUnsupported(PromQlExpr expr, string message)
    {
        context.Report(SpecDiagnostics.UnsupportedEventExpression, expression.Map(expr.Span), message);
        return false;
    }

    private bool ReportWrapped(PromQlExpr expr)
    {
        context.Report(
            SpecDiagnostics.RateInEvents,
            expression.Map(expr.Span),
            "Write the counter only; the compiler adds `rate()`, `sum()` and the windows.",
            fix: Unwrap(expr) is { } counter ? TakeOff(expr, counter) : null);
        return false;
    }

    private static VectorSelector? Unwrap(PromQlExpr expr) => expr switch
    {
        AggregateExpr { Operator: "sum" } sum => Unwrap(sum.Expr),
        CallExpr { Function: "rate" or "irate" or "increase", Arguments: [var argument] } => Unwrap(argument),
        ParenExpr paren => Unwrap(paren.Inner),
        MatrixSelector matrix => matrix.Selector,
        _ => null,
    };

    private Fix? TakeOff(PromQlExpr wrapper, VectorSelector counter)
    {
        var outer = expression.Map(wrapper.Span);
        var inner = expression.Map(counter.Span);
        var before = TextSpan.FromBounds(outer.Range.Start, inner.Range.Start);
        var after = TextSpan.FromBounds(inner.Range.End, outer.Range.End);
        return before.Length < 0 || after.Length < 0
            ? null
            : new Fix(
                "Keep the counter only",
                FixSafety.Unsafe,
                [new TextEdit(new SourceSpan(outer.Source, before), ""), new TextEdit(new SourceSpan(outer.Source, after), "")]);
    }
}
