using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>A group with alerts is evaluated less often than Prometheus remembers a sample.</summary>
public sealed class IntervalBeyondLookback : GroupLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO526", "interval-beyond-lookback", Severity.Warning,
        "A group with alerts is evaluated less often than Prometheus remembers a sample.",
        "The series of an alert ends five minutes after its last evaluation: notifications can be resolved and sent again at every interval.",
        "Evaluate the group at least every five minutes, or set keep_firing_for to the interval.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported are groups with an interval above 5m, the default lookback, unless every alert has a `keep_firing_for` of at least the interval.

        ```yaml bad
        groups:
        - name: backups
          interval: 10m # <-
          rules:
          - alert: BackupFailed
            expr: backup_last_status != 0
        ```

        ```yaml good
        groups:
        - name: backups
          interval: 10m
          rules:
          - alert: BackupFailed
            expr: backup_last_status != 0
            keep_firing_for: 10m
        ```
        """;

    private static readonly PrometheusDuration Lookback = PrometheusDuration.FromMinutes(5);

    /// <inheritdoc />
    public override void Check(GroupScope scope)
    {
        if (scope.Group.Interval is not { } interval || interval.Value <= Lookback)
        {
            return;
        }

        var ending = scope.Group.Rules.OfType<AlertingRule>().FirstOrDefault(a => !(a.KeepFiringFor?.Value >= interval.Value));
        if (ending is not null)
        {
            scope.Report(new Diagnostic(Descriptor, interval.Span, $"The group is evaluated every {interval.Value}, but samples are found for {Lookback} only.")
            {
                Related = [new RelatedLocation(ending.Name.Span, "This alert ends between two evaluations.")],
            });
        }
    }
}
