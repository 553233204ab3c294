using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning.Conditions;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert, or one side of its or, never returns anything.</summary>
public sealed class AlertNeverFires : AlertConditionLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO522", "alert-never-fires", Severity.Warning,
        "An alert, or one side of its or, never returns anything.",
        "An alert that cannot fire looks like protection and is none.",
        "Correct the part that keeps it from returning, or remove the alert.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported is what is decided by the shape of the expression: `absent` of what always returns, `unless` with what always matches, a
        side of `or` that the other always hides. Comparisons that never hold and matchers that contradict each other are findings of
        their own.

        ```promql bad
        absent(sum(up{job="edge"}) or vector(0)) # <-
        ```

        ```promql good
        absent(up{job="edge"})
        ```
        """;

    /// <inheritdoc />
    public override void CheckCondition(ExpressionScope scope)
    {
        if (scope.Conditions.Verdicts.Any(v => v.Truth == Truth.Never))
        {
            return;
        }

        foreach (var branch in scope.Conditions.Branches)
        {
            if (branch.Presence == Presence.Never && branch.Reasons is not [] && IsAlternative(branch.Expr, scope) && IsAboutShape(branch.Expr, scope))
            {
                scope.Report(new Diagnostic(Descriptor, scope.Map(branch.Expr), "This never returns anything, so that the alert cannot fire by it.")
                {
                    Related = [.. branch.Reasons.Take(2).Select(r => new RelatedLocation(scope.Map(r.Span), $"Here: {r.Text}."))],
                });
            }
        }
    }

    // Below an operator, a side that cannot fire may stand in for one that can: `(count(x) or vector(0)) < 1`.
    private static bool IsAlternative(PromQlExpr branch, ExpressionScope scope)
        => scope.Conditions.Branches.Length == 1
            || ConditionSyntax.AlternativesOf(scope.Expr).Any(a => ReferenceEquals(a, ConditionSyntax.Strip(branch)));

    // Selectors that find nothing are contradictions of their matchers; a constant that stands in for what is missing may well not fire.
    private static bool IsAboutShape(PromQlExpr branch, ExpressionScope scope)
        => PromQlWalker.Selectors(branch).Any()
            && PromQlWalker.Selectors(branch).All(s => scope.Conditions.Find(s) is not { Presence: Presence.Never });
}
