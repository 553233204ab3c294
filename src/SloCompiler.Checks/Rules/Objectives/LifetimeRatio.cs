using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Rules.Alerts;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Objectives;

/// <summary>Two counters are divided as they are, so that the quotient is about the whole life of the process.</summary>
public sealed class LifetimeRatio : NodeLint<BinaryExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO276", "lifetime-ratio", Severity.Warning,
        "Two counters are divided as they are, so that the quotient is about the whole life of the process.",
        "After a good day an outage of minutes does not move it, and after a bad hour it does not recover; each restart begins anew.",
        "Divide the rates over a window.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where both sides are counters: by the catalogue, or by names that end in `_total`. Where a name ends in `_count`, which gauges
        do as well, it is information. Only selectors, their sums and sums of these count; anything with a range is no counter any more.

        ```promql bad
        1 - requests_failed_total / requests_total < 0.999 # <-
        ```

        ```promql good
        1 - rate(requests_failed_total[5m]) / rate(requests_total[5m]) < 0.999
        ```

        ```promql good
        requests_open / requests_slots > 0.9
        ```
        """;

    /// <inheritdoc />
    public override void Check(BinaryExpr node, NodeScope scope)
    {
        if (node.Operator == BinaryOperator.Divide
            && CounterOf(node.Left, scope.Expression.Project.Meaning) is { } part
            && CounterOf(node.Right, scope.Expression.Project.Meaning) is { } total
            && !scope.Ancestors.Any(a => a is SubqueryExpr))
        {
            var isGuess = new[] { part, total }.Any(n => n.EndsWith("_count", StringComparison.Ordinal) && scope.Expression.Project.Meaning.Metrics.Find(n) is null);
            scope.Report(new Diagnostic(
                Descriptor,
                scope.Expression.Map(node.OperatorSpan),
                $"`{part}` and `{total}` are counters since the start of the process, so that this is no current share.")
            {
                Severity = isGuess ? Severity.Info : Severity.Warning,
            });
        }
    }

    /// <summary>The counter that a side reads as it is; null where it reads something else.</summary>
    private static string? CounterOf(PromQlExpr side, MeaningContext meaning) => ConditionSyntax.Unaggregated(side) switch
    {
        VectorSelector { MetricName: { } name } when IsCounter(name, meaning) => name,
        BinaryExpr { Operator: BinaryOperator.Add } sum when CounterOf(sum.Left, meaning) is { } left && CounterOf(sum.Right, meaning) is not null => left,
        _ => null,
    };

    private static bool IsCounter(string name, MeaningContext meaning) => meaning.Metrics.Find(name) is { } facts
        ? facts.Kind is MetricKind.Counter or MetricKind.HistogramCount or MetricKind.SummaryCount
        : name.EndsWith("_total", StringComparison.Ordinal) || name.EndsWith("_count", StringComparison.Ordinal);
}
