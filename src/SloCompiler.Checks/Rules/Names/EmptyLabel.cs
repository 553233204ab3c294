using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Names;

/// <summary>A label of an alert without a value.</summary>
public sealed class EmptyLabel : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO622", "empty-label", Severity.Info,
        "A label of an alert has no value.",
        "A label without a value is no label: it is not sent, and if the expression returns it, it is taken away.",
        "Write a value, or take the label out.");

    /// <inheritdoc />
    public override string Documentation => """
        In recording rules an empty value is the way to take a label away, and is not reported.

        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100
          for: 5m
          labels:
            team: "" # <-
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
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        foreach (var label in (alert.Labels?.Items ?? []).Where(l => l.Value.Length == 0))
        {
            scope.Report(Descriptor, label.Key.Span, $"The label `{label.Name}` has no value.");
        }
    }
}
