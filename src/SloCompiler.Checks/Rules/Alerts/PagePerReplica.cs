using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert that wakes somebody is one alert for each replica of a service.</summary>
public sealed class PagePerReplica : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO547", "page-per-replica", Severity.Info,
        "An alert that wakes somebody is one alert for each replica of a service.",
        "One broken replica rarely hurts users, and a broken service is as many pages as it has replicas.",
        "Page on what users notice, over all replicas; let replicas open tickets.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for alerts of severity `page` whose expression groups by `instance`, `pod` or `replica`.

        ```yaml bad
        - alert: Errors
          expr: sum by (instance) (rate(request_errors_total[5m])) > 10 # <-
          labels: { severity: page }
          annotations:
            summary: Requests fail on {{ $labels.instance }}.
            runbook_url: https://runbooks.example.org/errors
        ```

        ```yaml good
        - alert: Errors
          expr: sum by (job) (rate(request_errors_total[5m])) > 10
          labels: { severity: page }
          annotations:
            summary: Requests fail on {{ $labels.job }}.
            runbook_url: https://runbooks.example.org/errors
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (scope.Expression is not { } expression || !scope.Subject.Labels.Any(l => l is { Name: "severity", Value: "page" }))
        {
            return;
        }

        foreach (var grouping in expression.Labels.Root.Branches.Select(b => b.Aggregation?.Grouping))
        {
            if (grouping is { IsWithout: false } && grouping.Labels.FirstOrDefault(l => l is "instance" or "pod" or "replica") is { } label)
            {
                scope.Report(Descriptor, expression.Map(grouping.Span), $"There is one page for each `{label}`.");
            }
        }
    }
}
