using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A division by what may be zero, inside of a sum or a mean.</summary>
public sealed class DivisionInsideAggregation : NodeLint<AggregateExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO334", "division-by-zero-in-aggregation", Severity.Warning,
        "Ratios whose divisor can be zero are summed or averaged.",
        "A division of zero by zero is NaN, and one NaN among a thousand series makes the whole sum or mean NaN: no comparison with it holds.",
        "Divide the sums instead, or drop the series without traffic: `x / (y > 0)`.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for `/` and `%` inside `sum`, `avg`, `stddev` and `stdvar` unless the divisor cannot be zero: a constant, a count, a
        guard such as `y > 0`, `y != 0`, `and y > 0`, `unless y == 0`, `clamp_min`, or bounds in the catalogue. A ratio behind a
        recording rule, and one of gauges, is advice. `min`, `max` and `quantile` are not reported.

        ```promql bad
        avg by (job) (
          rate(errors_total[5m]) / rate(requests_total[5m]) # <-
        ) > 0.1
        ```

        ```promql good
        sum by (job) (rate(errors_total[5m])) / sum by (job) (rate(requests_total[5m])) > 0.1
        ```

        ```promql good
        avg by (job) (rate(errors_total[5m]) / (rate(requests_total[5m]) > 0)) > 0.1
        ```
        """;

    /// <inheritdoc />
    public override void Check(AggregateExpr node, NodeScope scope)
    {
        if (node.Operator is not ("sum" or "avg" or "stddev" or "stdvar")
            || Fragments.OutcomeOf(scope.Expression, node.Expr) is not { Expected.Values.MayBeNaN: true } outcome)
        {
            return;
        }

        foreach (var hazard in outcome.Hazards.Where(h => Fragments.Contains(node.Expr, h) && !IsInnerHazard(node, h, scope)))
        {
            switch (hazard)
            {
                case BinaryExpr { Operator: BinaryOperator.Divide or BinaryOperator.Modulo } division:
                    scope.Report(new Diagnostic(
                        Descriptor,
                        scope.Expression.Map(division.Right),
                        $"Where this is zero, the result can be NaN, and then the whole `{node.Operator}` is.")
                    {
                        Severity = IsOfEvents(division.Right, scope) ? Severity.Warning : Severity.Info,
                    });
                    break;
                case VectorSelector selector:
                    scope.Report(new Diagnostic(
                        Descriptor,
                        scope.Expression.Map(selector),
                        $"\"{Fragments.MetricOf(selector)}\" is recorded with a division that can be NaN, and then the whole `{node.Operator}` is.")
                    {
                        Severity = Severity.Info,
                    });
                    break;
                default:
                    break;
            }
        }
    }

    // Where nothing happens, rates are zero on both sides; gauges such as limits rarely are.
    private static bool IsOfEvents(PromQlExpr divisor, NodeScope scope)
        => CounterShapes.Of(divisor, scope.Expression.Project.Meaning) != CounterShape.Unknown;

    // What an aggregation further in has made NaN is reported there.
    private static bool IsInnerHazard(AggregateExpr node, PromQlExpr hazard, NodeScope scope)
        => PromQlWalker.Descendants(node).OfType<AggregateExpr>().Any(inner
            => inner.Operator is "sum" or "avg" or "stddev" or "stdvar"
                && Fragments.Contains(inner.Expr, hazard)
                && Fragments.OutcomeOf(scope.Expression, inner.Expr) is { } outcome
                && outcome.Hazards.Contains(hazard));
}
