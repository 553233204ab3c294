using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Windows;

/// <summary>An expression that looks further back than samples are kept.</summary>
public sealed class RangeBeyondRetention : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO404", "range-beyond-retention", Severity.Warning,
        "Ranges and offsets reach further back than samples are kept.",
        "The part beyond the retention is empty, so sums and rates are of less time than they say, and what is offset returns nothing.",
        "Shorten the window, or keep samples for longer and say so under `retention` in slo.yaml.");

    /// <inheritdoc />
    public override string Documentation => """
        Counted are the range and the offset of the selector and of the subqueries around it. Silent without `retention` in `slo.yaml`.

        ```yaml bad
        --- slo.yaml
        version: slo-project/v1
        rules: ["*.yml"]
        retention: 15d
        --- rules.yml
        - alert: TrafficDropped
          expr: |
            sum(rate(requests_total[5m]))
              < 0.5 * sum(rate(requests_total[5m] offset 4w)) # <-
          for: 15m
        ```

        ```yaml good
        --- slo.yaml
        version: slo-project/v1
        rules: ["*.yml"]
        retention: 90d
        --- rules.yml
        - alert: TrafficDropped
          expr: |
            sum(rate(requests_total[5m]))
              < 0.5 * sum(rate(requests_total[5m] offset 4w))
          for: 15m
        ```

        """;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        if (scope.Expression.Project.Specs.Config.Retention is not { } retention || node.Modifiers.At is not null
            || scope.Ancestors.Any(a => a is SubqueryExpr { Modifiers.At: not null }))
        {
            return;
        }

        var reach = new Reach(0, 0, null).With(node.Modifiers.Offset);
        foreach (var ancestor in scope.Ancestors)
        {
            reach = ancestor switch
            {
                MatrixSelector matrix => reach.With(matrix.Range),
                SubqueryExpr subquery => reach.With(subquery.Range).With(subquery.Modifiers.Offset),
                _ => reach,
            };
        }

        if (reach.Widest is { } widest && reach.Milliseconds > retention.Milliseconds)
        {
            scope.Report(new Diagnostic(Descriptor, scope.Expression.Map(widest.Span), $"This reaches {new PrometheusDuration(reach.Milliseconds)} back, and samples are kept for {retention}."));
        }
    }

    private readonly record struct Reach(long Milliseconds, long Most, PromQlDuration? Widest)
    {
        public Reach With(PromQlDuration? part) => RangeFacts.Of(part) is not { } length || part is null ? this
            : new Reach(Milliseconds + length.Milliseconds, Math.Max(Most, length.Milliseconds), length.Milliseconds > Most ? part : Widest);
    }
}
