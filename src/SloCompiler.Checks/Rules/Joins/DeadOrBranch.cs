using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Joins;

/// <summary>An alternative that never returns because an earlier one always does.</summary>
public sealed class DeadOrBranch : NodeLint<BinaryExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO383", "dead-or-branch", Severity.Warning,
        "The right side of `or` never returns anything, because the left side always returns a series with the same labels.",
        "`or` takes from its right side only series that the left side has none like.",
        "Swap the two sides, or remove the right one.");

    /// <inheritdoc />
    public override string Documentation => """
        Followed exactly, by the labels of every alternative: `x or vector(0)` is fine, what stands behind it often is not.

        ```promql-record bad
        vector(1) or sum(queue_length) # <-
        ```

        ```promql-record good
        sum(queue_length) or vector(1)
        ```

        ```promql-record good
        vector(1) or queue_length
        ```
        """;

    /// <inheritdoc />
    public override void Check(BinaryExpr node, NodeScope scope)
    {
        if (node.Operator != BinaryOperator.Or || IsAlternativeOfAlert(scope))
        {
            return;
        }

        var labels = scope.Expression.Labels;
        var all = labels.At(node).Branches;
        var own = labels.At(node.Right).Branches.Length;
        var isWhole = own > 0 && all.Length == labels.At(node.Left).Branches.Length + own;
        if (isWhole && all.Skip(all.Length - own).All(b => b.Dead is { Kind: LabelReasonKind.Hidden }))
        {
            scope.Report(new Diagnostic(
                Descriptor,
                scope.Expression.Map(node.Right),
                "This never gets through `or`: the left side always returns a series with the same labels.")
            {
                Related = [new RelatedLocation(scope.Expression.Map(node.Left), "It hides the right side.")],
            });
        }
    }

    // That an alternative of a whole alert never fires is said of the alert.
    private static bool IsAlternativeOfAlert(NodeScope scope)
        => scope.Expression.IsAlert && scope.Ancestors.All(a => a is ParenExpr or BinaryExpr { Operator: BinaryOperator.Or });
}
