using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>Alerts read the series of a job, and no alert notices that they are gone.</summary>
public sealed class AbsenceUnnoticed : ProjectLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO536", "absence-unnoticed", Severity.Info,
        "Alerts read the series of a job, and no alert notices that they are gone.",
        "An alert on a series that has ended is silent: a dead target looks healthy.",
        "Add an alert on `up` of the job, or on `absent`.");

    /// <inheritdoc />
    public override string Documentation => """
        Jobs are told by matchers `job="…"` in the conditions of alerts. One finding for each job, at the first alert that reads it.

        ```yaml bad
        - alert: QueueFull
          expr: queue_length{job="broker"} > 100 # <-
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length{job="broker"} > 100
        - alert: BrokerDown
          expr: up{job="broker"} == 0
        ```
        """;

    /// <inheritdoc />
    public override void Check(ProjectScope scope)
    {
        var reading = new Dictionary<string, (AlertingRule Alert, LabelMatcher Matcher)>(StringComparer.Ordinal);
        var noticed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alert in scope.Project.RuleFiles.SelectMany(f => f.Rules).OfType<AlertingRule>())
        {
            if (alert.Expr.Expr is not { } expr)
            {
                continue;
            }

            var isAboutAbsence = PromQlWalker.DescendantsAndSelf(expr).Any(n => n is CallExpr { Function: "absent" or "absent_over_time" });
            foreach (var selector in PromQlWalker.Selectors(expr))
            {
                if (selector.MetricName == "up" && !selector.Matchers.Any(m => m is { Name: "job", Operator: MatchOperator.Equal }))
                {
                    return;
                }

                foreach (var job in selector.Matchers.Where(m => m is { Name: "job", Operator: MatchOperator.Equal }))
                {
                    _ = isAboutAbsence || selector.MetricName == "up" ? noticed.Add(job.Value) : reading.TryAdd(job.Value, (alert, job));
                }
            }
        }

        foreach (var (job, (alert, matcher)) in reading.Where(r => !noticed.Contains(r.Key)).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            scope.Report(Descriptor, alert.Expr.Map(matcher.Span), $"No alert notices that the job `{job}` is gone.");
        }
    }
}
