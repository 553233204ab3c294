using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert compares single samples with a threshold and has no for.</summary>
public sealed class RawGaugeWithoutFor : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO539", "raw-gauge-without-for", Severity.Info,
        "An alert compares single samples with a threshold and has no for.",
        "One odd sample fires it, and the next one resolves it: such alerts teach people to look away.",
        "Give it a for, or average over a range.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported are comparisons of a selector itself with a number other than 0 and 1, by `>`, `>=`, `<` or `<=`. Recorded series are not: they
        hold what was made of samples.

        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100 # <-
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
        if (alert.For is { Value.Milliseconds: > 0 } || scope.Expression is not { } expression)
        {
            return;
        }

        foreach (var threshold in ConditionSyntax.ThresholdsOf(expression.Expr))
        {
            if (threshold is { Value: VectorSelector { MetricName: { } name } selector, Number: not (0 or 1) }
                && (threshold.IsUpper || threshold.IsLower)
                && !name.Contains(':', StringComparison.Ordinal))
            {
                scope.Report(Descriptor, expression.Map(selector), "A single sample decides.");
            }
        }
    }
}
