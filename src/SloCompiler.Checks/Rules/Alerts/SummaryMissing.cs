using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert has annotations but no summary.</summary>
public sealed class SummaryMissing : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO542", "summary-missing", Severity.Info,
        "An alert has annotations but no summary.",
        "Notifications show the summary: without it they show the name of the alert only.",
        "Say in a sentence what is wrong.");

    /// <inheritdoc />
    public override string Documentation => """
        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100
          annotations: # <-
            description: The queue {{ $labels.queue }} has {{ $value }} messages.
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: The queue is full.
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (alert.Annotations is { } annotations && !annotations.Items.Any(a => a.Name is "summary" or "message" or "title"))
        {
            scope.Report(Descriptor, annotations.Key.Span, $"`{alert.Name.Value}` has no summary.");
        }
    }
}
