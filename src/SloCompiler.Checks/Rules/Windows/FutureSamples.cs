using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Windows;

/// <summary>A rule that asks for samples of the future.</summary>
public sealed class FutureSamples : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO405", "future-samples", Severity.Warning,
        "A rule looks into the future with a negative offset.",
        "Rules are evaluated for now, and what comes later has not been scraped: the selector returns the last known sample, or nothing.",
        "Put a positive offset on the side that is to be older, or delay the group with `query_offset`.");

    /// <inheritdoc />
    public override string Documentation => """
        Counted are the offsets of the selector and of the subqueries around it, and the `query_offset` of the group; only their sum must
        not be negative. Dashboards are not looked at: they show the past, where samples of later times exist.

        ```promql bad
        queue_length - queue_length offset -5m > 100 # <-
        ```

        ```promql good
        queue_length - queue_length offset 5m > 100
        ```

        """;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        if (scope.Expression.Owner is not ExpressionOwner.OfRule { Group: var group }
            || node.Modifiers is not { Offset: { } written, At: null }
            || RangeFacts.Of(written) is not { Milliseconds: < 0 } offset
            || scope.Ancestors.Any(a => a is SubqueryExpr { Modifiers.At: not null }))
        {
            return;
        }

        var age = offset.Milliseconds + (group.QueryOffset?.Value.Milliseconds ?? 0)
            + scope.Ancestors.OfType<SubqueryExpr>().Sum(s => RangeFacts.Of(s.Modifiers.Offset)?.Milliseconds ?? 0);
        if (age < 0)
        {
            scope.Report(Descriptor, written.Span, $"The offset asks for samples that are scraped {new PrometheusDuration(-age)} after the rule is evaluated.");
        }
    }
}
