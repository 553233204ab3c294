using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>A rule sets a label that its group sets already.</summary>
public sealed class GroupLabelOverwritten : RuleLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO535", "group-label-overwritten", Severity.Info,
        "A rule sets a label that its group sets already.",
        "The label of the rule wins: that of the group says something else of this rule than what holds, or the same twice.",
        "Keep the label in one place.");

    /// <inheritdoc />
    public override string Documentation => """
        ```yaml bad
        groups:
        - name: queues
          labels: { severity: warning }
          rules:
          - alert: QueueFull
            expr: queue_length > 100
            labels:
              severity: critical # <-
        ```

        ```yaml good
        groups:
        - name: queues
          labels: { team: core }
          rules:
          - alert: QueueFull
            expr: queue_length > 100
            labels:
              severity: critical
        ```
        """;

    /// <inheritdoc />
    public override void Check(RuleScope scope)
    {
        foreach (var label in scope.Rule.Labels?.Items ?? [])
        {
            if (scope.Group.Labels?.Find(label.Name) is { } outer)
            {
                scope.Report(new Diagnostic(Descriptor, label.Key.Span, $"The label `{label.Name}` of the group, \"{outer.Value}\", does not reach this rule.")
                {
                    Related = [new RelatedLocation(outer.Key.Span, "The label of the group.")],
                });
            }
        }
    }
}
