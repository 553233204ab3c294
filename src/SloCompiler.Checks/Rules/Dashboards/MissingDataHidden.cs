using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A number in place of missing data.</summary>
public sealed class MissingDataHidden : ExpressionLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO733", "missing-data-hidden", Severity.Info,
        "A query of a panel ends in `or vector(…)`.",
        "When the metrics vanish the panel shows the number as if it had been measured, and everything looks healthy.",
        "Let the panel say that there is no data: take the `or` out and set `noValue`. For counts that may be empty, take the 0 from a metric that is always there: `… or 0 * max(up)`.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Only an `or` at the top of the query counts.",
        bad: DashboardExamples.Query("sum(rate(errors_total[$__rate_interval])) or vector(0)"),
        good: DashboardExamples.Query("sum(rate(errors_total[$__rate_interval])) or 0 * max(up)"));

    /// <inheritdoc />
    public override void Check(ExpressionScope scope)
    {
        if (scope.Owner is ExpressionOwner.OfPanel && scope.Expr is BinaryExpr { Operator: BinaryOperator.Or, Right: var right } && IsNumber(right))
        {
            scope.Report(Descriptor, scope.Map(right), $"Where there is no data, {scope.Text[right.Span.Start..right.Span.End]} is shown.");
        }
    }

    private static bool IsNumber(PromQlExpr expr) => expr switch
    {
        ParenExpr { Inner: var inner } => IsNumber(inner),
        CallExpr { Function: "vector", Arguments: [NumberLiteral] } => true,
        _ => false,
    };
}
