using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Windows;

/// <summary>A range that holds one sample at most.</summary>
public sealed class RangeOfOneSample : NodeLint<CallExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO400", "range-of-one-sample", Severity.Error,
        "A range is so short that it never holds two samples; only a warning where the function can do with one.",
        "A rate needs two samples, so it returns nothing, and an alert on nothing never fires.",
        "Make the range at least four times as long as the distance of the samples.");

    /// <inheritdoc />
    public override string Documentation => """
        Since Prometheus 3 a range does not hold the sample at its start, so that a range as long as the scrape interval holds one
        sample. The distance of samples is the step of a subquery, or the scrape interval from the metric's catalogue or from
        `scrape_interval` in `slo.yaml`; without any of these nothing is reported. Earlier targets are left alone where both are equal.

        ```promql bad
        max_over_time(deriv(queue_length[5m:5m])[1h:1m]) > 100 # <-
        ```

        ```promql good
        max_over_time(deriv(queue_length[5m:1m])[1h:5m]) > 100
        ```

        ```yaml bad
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          jobs_total: { type: counter, scrape_interval: 1m }
        --- rules.yml
        - alert: JobsStopped
          expr: rate(jobs_total[1m]) == 0 # <-
          for: 5m
        ```

        """;

    /// <inheritdoc />
    public override void Check(CallExpr node, NodeScope scope)
    {
        var isEmpty = RangeFacts.NeedsTwoSamples(node.Function);
        if (!isEmpty && !RangeFacts.NeedsSeveralSamples(node.Function))
        {
            return;
        }

        foreach (var argument in node.Arguments)
        {
            if (RangeOf(argument, scope.Expression) is (var range, var distance, var written, var what) && IsTooShort(range, distance, scope.Expression))
            {
                var effect = isEmpty ? $"{node.Function}() returns nothing" : $"{node.Function}() has no second value to work with";
                scope.Report(new Diagnostic(Descriptor, scope.Expression.Map(written.Span), $"A range of {range} holds one sample at most, because {what} is {distance}: {effect}.")
                {
                    Severity = isEmpty ? Severity.Error : Severity.Warning,
                    Help = $"Write a range of at least {new PrometheusDuration(4 * distance.Milliseconds)}.",
                });
            }
        }
    }

    private static bool IsTooShort(PrometheusDuration range, PrometheusDuration distance, ExpressionScope scope)
        => range < distance || (range == distance && scope.Project.Specs.Config.Prometheus.Release.Major >= 3);

    private static (PrometheusDuration Range, PrometheusDuration Distance, PromQlDuration Written, string What)? RangeOf(PromQlExpr argument, ExpressionScope scope)
        => argument switch
        {
            ParenExpr paren => RangeOf(paren.Inner, scope),
            SubqueryExpr subquery when RangeFacts.Of(subquery.Range) is { } range && RangeFacts.Of(subquery.Step) is { } step
                => (range, step, subquery.Range, "the step"),
            MatrixSelector { Selector.Modifiers.Extension: RangeExtension.None } matrix when RangeFacts.Of(matrix.Range) is { } range
                && RangeFacts.ScrapeInterval(matrix.Selector, scope) is { } interval
                => (range, interval, matrix.Range, $"the scrape interval of {matrix.Selector.MetricName}"),
            _ => null,
        };
}
