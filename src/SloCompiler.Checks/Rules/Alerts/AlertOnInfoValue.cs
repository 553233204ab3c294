using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert compares the value of an info metric, or the time of a _created series, with a number.</summary>
public sealed class AlertOnInfoValue : AlertConditionLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO534", "alert-on-info-value", Severity.Info,
        "An alert compares the value of an info metric, or the time of a _created series, with a number.",
        "The value of an info metric is always 1, and a _created series holds the time at which a counter began: neither says that something is wrong.",
        "Test labels of the info metric, or read the metric that it describes.");

    /// <inheritdoc />
    public override string Documentation => """
        By the name of the metric this is a guess; it is a warning where the catalogue says that it is an info metric. Selectors with matchers are
        not reported: there the labels are the condition.

        ```promql bad
        build_info > 0 # <-
        ```

        ```promql good
        count by (version) (build_info) > 1
        ```

        ```promql good
        app_info{sync_status!="Synced"} > 0
        ```
        """;

    /// <inheritdoc />
    public override void CheckCondition(ExpressionScope scope)
    {
        foreach (var threshold in ConditionSyntax.ThresholdsOf(scope.Expr))
        {
            if (threshold.Value is VectorSelector { MetricName: { } name, Matchers.IsEmpty: true } selector)
            {
                var kind = scope.Project.Meaning.Metrics.Find(name)?.Kind;
                var isNamed = kind is null && (name.EndsWith("_info", StringComparison.Ordinal) || name.EndsWith("_created", StringComparison.Ordinal));
                if (isNamed || kind == MetricKind.Info)
                {
                    scope.Report(new Diagnostic(Descriptor, scope.Map(selector), $"The value of `{name}` tells nothing about a problem.")
                    {
                        Severity = isNamed ? Severity.Info : Severity.Warning,
                    });
                }
            }
        }
    }
}
