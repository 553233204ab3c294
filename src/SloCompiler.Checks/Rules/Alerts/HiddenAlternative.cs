using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning.Conditions;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>The right side of or on() is never seen while the left side returns anything.</summary>
public sealed class HiddenAlternative : AlertConditionLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO538", "hidden-alternative", Severity.Warning,
        "The right side of or on() is never seen while the left side returns anything.",
        "With on() all series match each other, so that one series on the left hides everything on the right.",
        "Remove on(), or name the labels that tell the problems apart.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where both sides can return series with labels. Where the left side is a condition it is only information: the right side is
        seen while that does not hold.

        ```promql bad
        redis_connected_clients > 0 or on() redis_evicted_keys > 5 # <-
        ```

        ```promql good
        redis_connected_clients > 500 or redis_evicted_keys > 5
        ```

        ```promql good
        (sum(redis_connected_clients) or on() vector(0)) > 5
        ```
        """;

    /// <inheritdoc />
    public override void CheckCondition(ExpressionScope scope)
    {
        foreach (var node in PromQlWalker.DescendantsAndSelf(scope.Expr).OfType<BinaryExpr>())
        {
            if (node is { Operator: BinaryOperator.Or, Matching: { IsWritten: true, IsOn: true, Labels.IsEmpty: true } matching }
                && CanHaveLabels(node.Left, scope) && CanHaveLabels(node.Right, scope))
            {
                Report(node, matching, scope);
            }
        }
    }

    private void Report(BinaryExpr node, VectorMatching matching, ExpressionScope scope)
    {
        var isConditional = scope.Conditions.Find(node.Left) is { } left && (left.Causes & EmptyCauses.Filter) != EmptyCauses.None;
        scope.Report(new Diagnostic(
            Descriptor,
            scope.Map(matching.Span),
            "With `on()` any series on the left hides all on the right.")
        {
            Severity = isConditional && !IsWeak(node.Left) ? Severity.Info : Severity.Warning,
            Related = [new RelatedLocation(scope.Map(node.Right), "This is hidden.")],
        });
    }

    private static bool IsWeak(PromQlExpr left) => ConditionSyntax.ThresholdOf(left) is { IsUpper: true, Number: <= 0 };

    private static bool CanHaveLabels(PromQlExpr side, ExpressionScope scope) => scope.Labels.At(side).Branches.Any(b => !b.IsSingle && !b.IsDead);
}
