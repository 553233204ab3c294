using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>The for of an alert is shorter than the interval of its group.</summary>
public sealed class ForShorterThanInterval : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO524", "for-shorter-than-interval", Severity.Warning,
        "The for of an alert is shorter than the interval of its group.",
        "The condition is looked at once in an interval only: the alert fires at the second look at the earliest, later than for says.",
        "Make the interval of the group shorter, or for a multiple of it.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where the group has an interval of its own.

        ```yaml bad
        groups:
        - name: queues
          interval: 5m
          rules:
          - alert: QueueFull
            expr: queue_length > 100
            for: 1m # <-
        ```

        ```yaml good
        groups:
        - name: queues
          interval: 1m
          rules:
          - alert: QueueFull
            expr: queue_length > 100
            for: 5m
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (alert.For is { Value.Milliseconds: > 0 } wait && scope.Group.Interval is { } interval && wait.Value < interval.Value)
        {
            scope.Report(new Diagnostic(Descriptor, wait.Span, $"The group is evaluated every {interval.Value}, so that `for: {wait.Value}` acts as {interval.Value}.")
            {
                Related = [new RelatedLocation(interval.Span, "The interval is set here.")],
            });
        }
    }
}
