using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Names;

/// <summary>A label whose name is reserved.</summary>
public sealed class ReservedRuleLabel : RuleLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO621", "reserved-rule-label", Severity.Warning,
        "A rule sets a label whose name starts with two underscores.",
        "Such names are for the inside of Prometheus; receivers drop these labels or give them a meaning of their own.",
        "Take the underscores off.");

    /// <inheritdoc />
    public override string Documentation => """
        `__name__`, which Prometheus refuses, and `__type__` and `__unit__`, which newer releases know, are not reported here.

        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100
          for: 5m
          labels:
            __team: core # <-
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length > 100
          for: 5m
          labels:
            team: core
        ```

        """;

    /// <inheritdoc />
    public override void Check(RuleScope scope)
    {
        foreach (var label in scope.Rule.Labels?.Items ?? [])
        {
            if (label.Name.StartsWith("__", StringComparison.Ordinal) && label.Name is not ("__name__" or "__type__" or "__unit__"))
            {
                scope.Report(Descriptor, label.Key.Span, $"The label `{label.Name}` has a name that is reserved.");
            }
        }
    }
}
