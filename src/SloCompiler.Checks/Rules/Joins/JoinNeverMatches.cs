using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Joins;

/// <summary>Two sides of an operator whose series can never match.</summary>
public sealed class JoinNeverMatches : NodeLint<BinaryExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO380", "join-never-matches", Severity.Error,
        "No series of one side of an operator can have the labels of one of the other side.",
        "Series match by their labels: the operation returns nothing, and `unless` removes nothing.",
        "Name the labels that both sides have with `on (…)`, or keep the same labels on both sides.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where all series of one side have a label, because a matcher, a grouping of what has it, a function or a recording
        rule gives it to them, and no series of the other side can have it, or only with another value. Sides that may lack the
        label are left to join-labels-differ; `unless` is only a warning; `or`, which needs no match, is never reported.

        ```promql bad
        queue_length{job="api"} unless sum(queue_paused) # <-
        ```

        ```promql bad
        errors{env="prod"} / requests{env="test"} > 0.1 # <-
        ```

        ```promql good
        queue_length{job="api"} unless on () sum(queue_paused)
        ```

        ```promql good
        errors{env="prod"} / ignoring (env) requests{env="test"} > 0.1
        ```
        """;

    /// <inheritdoc />
    public override void Check(BinaryExpr node, NodeScope scope)
    {
        if (JoinText.ConflictOf(node, scope) is { IsCertain: true } conflict)
        {
            // An `unless` that removes nothing may be a precaution; every other operator loses all that it was written for.
            var severity = node.Operator == BinaryOperator.Unless ? Severity.Warning : Severity.Error;
            scope.Report(JoinText.Finding(Descriptor, node, conflict, scope) with { Severity = severity });
        }
    }
}
