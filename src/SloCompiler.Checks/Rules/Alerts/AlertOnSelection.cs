using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert is about the series that topk, bottomk, limitk or limit_ratio pick, which can be others every time.</summary>
public sealed class AlertOnSelection : AlertConditionLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO527", "alert-on-selection", Severity.Warning,
        "An alert is about the series that topk, bottomk, limitk or limit_ratio pick, which can be others every time.",
        "When another series is picked, one alert is resolved and another starts its wait anew, though nothing changed for either.",
        "Compare all series with the threshold, or aggregate first.");

    /// <inheritdoc />
    public override string Documentation => """
        Selections inside another aggregation or inside `absent` are not reported, nor those over a single series.

        ```promql bad
        topk(5, queue_length) > 100 # <-
        ```

        ```promql good
        queue_length > 100
        ```

        ```promql good
        sum(topk(5, queue_length)) > 100
        ```
        """;

    /// <inheritdoc />
    public override void CheckCondition(ExpressionScope scope)
    {
        var pending = new Stack<PromQlExpr>([scope.Expr]);
        while (pending.TryPop(out var next))
        {
            if (next is AggregateExpr { Operator: "topk" or "bottomk" or "limitk" or "limit_ratio" } selection)
            {
                Inspect(selection, scope);
            }
            else if (next is not AggregateExpr and not CallExpr { Function: "absent" or "scalar" })
            {
                foreach (var child in PromQlWalker.Children(next))
                {
                    pending.Push(child);
                }
            }
        }
    }

    private void Inspect(AggregateExpr selection, ExpressionScope scope)
    {
        if (scope.Labels.At(selection.Expr).Branches.Any(b => !b.IsSingle))
        {
            var name = new TextSpan(selection.Span.Start, Math.Min(selection.Operator.Length, selection.Span.Length));
            scope.Report(Descriptor, scope.Map(name), $"`{selection.Operator}` may pick other series at every evaluation, and each change ends one alert and starts another.");
        }
    }
}
