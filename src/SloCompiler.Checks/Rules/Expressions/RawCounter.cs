using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>The value of a counter itself in the condition of an alert.</summary>
public sealed class RawCounter : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO325", "raw-counter", Severity.Warning,
        "An alert compares the value of a counter, not its rate.",
        "A counter says how much happened since its process started: such an alert fires sooner or later and then never ends.",
        "Take `rate` or `increase` over a window, or `changes` to see whether anything happened.");

    /// <inheritdoc />
    public override string Documentation => """
        A warning where the catalogue says that the metric is a counter; advice where only its name, with `_total`, says so, and where
        it is compared with zero. Not reported: counters in `count`, `group`, `absent`, `changes`, `timestamp` and the like, in a
        difference with their own past, in a subquery, as the condition of `and` and `unless`, and next to `and` with zero.

        ```yaml bad
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          errors_total: { type: counter }
        --- rules.yml
        - alert: Errors
          expr: errors_total > 10 # <-
        ```

        ```promql good
        increase(errors_total[1h]) > 10
        ```

        ```promql good
        errors_total - errors_total offset 1h > 10
        ```
        """;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        if (!scope.Expression.IsAlert || Fragments.MetricOf(node) is not { } name || CertaintyOf(name, scope) is not { } severity)
        {
            return;
        }

        var use = CounterUse.Of(node, scope.Ancestors);
        if (use != CounterUse.Kind.Excused)
        {
            scope.Report(new Diagnostic(Descriptor, scope.Expression.Map(node), $"The value of the counter \"{name}\" is compared here, not how fast it rises.")
            {
                Severity = use == CounterUse.Kind.Zero ? Severity.Info : severity,
            });
        }
    }

    private static Severity? CertaintyOf(string name, NodeScope scope)
    {
        var meaning = scope.Expression.Project.Meaning;
        return meaning.Metrics.Find(name)?.Kind switch
        {
            MetricKind.Counter or MetricKind.HistogramBucket or MetricKind.HistogramCount or MetricKind.SummaryCount => Severity.Warning,
            null or MetricKind.Unknown when name.EndsWith("_total", StringComparison.Ordinal) && meaning.Records.Find(name).IsEmpty => Severity.Info,
            _ => null,
        };
    }
}
