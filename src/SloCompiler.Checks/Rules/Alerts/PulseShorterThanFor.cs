using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert waits longer for a single event than the range that counts it can see it.</summary>
public sealed class PulseShorterThanFor : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO525", "pulse-shorter-than-for", Severity.Info,
        "An alert waits longer for a single event than the range that counts it can see it.",
        "increase(x[5m]) > 0 holds for five minutes after an event; with a longer for the alert fires only when events keep coming.",
        "Make the range longer than for, or drop for: the range already smooths.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported are `increase`, `changes` and `resets` compared as `> 0`, `>= 1` or `!= 0` over a range that is not longer than `for`.

        ```yaml bad
        - alert: Restarted
          expr: changes(process_start_time_seconds[5m]) > 0 # <-
          for: 10m
        ```

        ```yaml good
        - alert: Restarted
          expr: changes(process_start_time_seconds[15m]) > 0
          for: 10m
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (alert.For is not { Value.Milliseconds: > 0 } wait || scope.Expression is not { } expression)
        {
            return;
        }

        foreach (var threshold in ConditionSyntax.ThresholdsOf(expression.Expr))
        {
            if (IsOneEvent(threshold)
                && ConditionSyntax.Unaggregated(threshold.Value) is CallExpr { Function: "increase" or "changes" or "resets", Arguments: [var argument, ..] } call
                && ConditionSyntax.RangeOf(argument) is { } range
                && range <= wait.Value)
            {
                scope.Report(new Diagnostic(Descriptor, expression.Map(call), $"One event is seen for {range}, but the alert waits {wait.Value}.")
                {
                    Related = [new RelatedLocation(wait.Span, "The time that it waits.")],
                });
            }
        }
    }

    private static bool IsOneEvent(Threshold threshold) => (threshold.Operator, threshold.Number)
        is (BinaryOperator.Greater or BinaryOperator.NotEqual, 0) or (BinaryOperator.GreaterOrEqual, 1);
}
