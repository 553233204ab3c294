using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>A computed value is compared for equality with a fraction.</summary>
public sealed class ExactFraction : NodeLint<BinaryExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO532", "exact-fraction", Severity.Warning,
        "A computed value is compared for equality with a fraction.",
        "Rates, averages and quotients are rounded: that they hit a fraction exactly is chance.",
        "Compare with >= or <=, or round first.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported are `==` and `!=` between rates, averages or quotients and a number that is not whole.

        ```promql bad
        rate(requests_total[5m]) == 0.5 # <-
        ```

        ```promql good
        rate(requests_total[5m]) <= 0.5
        ```

        ```promql good
        rate(requests_total[5m]) == 0
        ```
        """;

    /// <inheritdoc />
    public override void Check(BinaryExpr node, NodeScope scope)
    {
        if (node.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual
            && ConditionSyntax.ThresholdOf(node) is { } threshold
            && double.IsFinite(threshold.Number)
            && Math.Floor(threshold.Number) != threshold.Number
            && IsRounded(ConditionSyntax.Unaggregated(threshold.Value)))
        {
            var how = node.Operator == BinaryOperator.Equal ? "hardly ever" : "nearly always";
            scope.Report(Descriptor, node.OperatorSpan, $"The value is computed, so that this {how} holds.");
        }
    }

    private static bool IsRounded(PromQlExpr expr) => expr
        is BinaryExpr { Operator: BinaryOperator.Divide }
        or CallExpr { Function: "rate" or "irate" or "increase" or "delta" or "deriv" or "avg_over_time" or "histogram_quantile" or "predict_linear" };
}
