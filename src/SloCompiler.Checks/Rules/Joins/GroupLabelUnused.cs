using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Joins;

/// <summary>A label that is taken over and then dropped.</summary>
public sealed class GroupLabelUnused : NodeLint<BinaryExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO388", "group-label-unused", Severity.Warning,
        "A label is taken over with `group_left` or `group_right`, and the operation around it drops it.",
        "Nobody ever sees the label: either it is missing from the grouping further out, or the join is made for nothing.",
        "Name the label in the outer `by` or `on`, or take it out of the modifier.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where the next aggregation around the join does not keep the label, or the next one-to-one match with `on` does not
        name it.

        ```promql bad
        sum by (pod) (queue_length * on (pod) group_left (node) pod_info) > 5 # <-
        ```

        ```promql good
        sum by (node) (queue_length * on (pod) group_left (node) pod_info) > 5
        ```
        """;

    /// <inheritdoc />
    public override void Check(BinaryExpr node, NodeScope scope)
    {
        if (node.Matching is not { Include.IsEmpty: false } matching)
        {
            return;
        }

        PromQlExpr[] ancestors = [.. scope.Ancestors];
        for (var i = 0; i < matching.Include.Length; i++)
        {
            if (matching.Include[i] != LabelSet.MetricName && DroppedBy(matching.Include[i], node, ancestors) is { } dropping)
            {
                scope.Report(new Diagnostic(
                    Descriptor,
                    scope.Expression.Map(i < matching.IncludeSpans.Length ? matching.IncludeSpans[i] : matching.Span),
                    $"The label {matching.Include[i]} is taken over here and dropped further out.")
                {
                    Related = [new RelatedLocation(scope.Expression.Map(dropping), "This drops it.")],
                });
            }
        }
    }

    /// <summary>The clause that drops a label before anything could use it; null where it stays or is used.</summary>
    private static TextSpan? DroppedBy(string label, PromQlExpr node, PromQlExpr[] ancestors)
    {
        PromQlExpr child = node;
        foreach (var parent in ancestors)
        {
            switch (parent)
            {
                case ParenExpr or UnaryExpr or SubqueryExpr:
                    break;
                case AggregateExpr { Operator: "sum" or "avg" or "min" or "max" or "count" or "group" or "stddev" or "stdvar" or "quantile" } aggregate:
                    return Keeps(aggregate.Grouping, label) ? null : aggregate.Grouping?.Span ?? new TextSpan(aggregate.Span.Start, aggregate.Operator.Length);
                case BinaryExpr { Matching: { IsOn: true, Group: GroupSide.None } matching } binary when IsValueOperator(binary):
                    return matching.Labels.Contains(label, StringComparer.Ordinal) ? null : matching.Span;
                case BinaryExpr { Matching: null } binary when HasScalarSide(binary, child):
                    break;
                default:
                    return null;
            }

            child = parent;
        }

        return null;
    }

    private static bool Keeps(AggregateGrouping? grouping, string label)
        => grouping is not null && grouping.Labels.Contains(label, StringComparer.Ordinal) != grouping.IsWithout;

    private static bool IsValueOperator(BinaryExpr binary) => binary.Operator is not (BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Unless);

    private static bool HasScalarSide(BinaryExpr binary, PromQlExpr child)
        => (ReferenceEquals(binary.Left, child) ? binary.Right : binary.Left) is NumberLiteral;
}
