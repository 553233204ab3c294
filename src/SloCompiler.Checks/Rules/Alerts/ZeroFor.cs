using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert has for or keep_firing_for of zero, which is what it has without the field.</summary>
public sealed class ZeroFor : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO523", "zero-for", Severity.Info,
        "An alert has for or keep_firing_for of zero, which is what it has without the field.",
        "A zero that is written says nothing, or says on purpose that one evaluation is enough; a reader cannot tell which.",
        "Remove the field, or give the condition time to prove itself.");

    /// <inheritdoc />
    public override string Documentation => """
        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100
          for: 0s # <-
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length > 100
          for: 5m
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        foreach (var field in new[] { alert.For, alert.KeepFiringFor })
        {
            if (field is { Value.Milliseconds: 0 })
            {
                scope.Report(Descriptor, field.Span, $"`{field.Key.Value}` of zero is the default.");
            }
        }
    }
}
