using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Metrics;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Metrics;

/// <summary>A latency indicator over what is no histogram.</summary>
public sealed class HistogramExpected : SelectorLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO316", "histogram-expected", Severity.Error,
        "A metric is read as a histogram that is none, as its catalogue says.",
        "Only the buckets of a histogram tell how many events were fast enough; of other metrics no such series exist.",
        "Name a histogram, or express the indicator as events or slices of time.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for the metric of a latency indicator, and for the series that `histogram_quantile` takes quantiles of.


        """ + ExampleText.Of(
        bad: MetricExamples.Latency("http_requests_total"),
        good: MetricExamples.Latency("http_request_duration_seconds")) + ExampleText.Of(
        bad: MetricExamples.Alert("histogram_quantile(0.9, rate(http_requests_total[5m])) > 0.5 # <-"),
        good: MetricExamples.Alert("histogram_quantile(0.9, rate(http_request_duration_seconds_bucket[5m])) > 0.5"));

    internal override void Inspect(SelectorUse use, NodeScope scope)
    {
        if ((use.Role == ExpressionRole.Histogram || IsOfQuantile(scope)) && use is { Metric: { Type: not (MetricType.Histogram or MetricType.NativeHistogram) } metric })
        {
            scope.Report(new Diagnostic(
                Descriptor,
                scope.Expression.Map(use.Selector.Span),
                $"\"{use.Name}\" is no histogram, but latencies are read from it.")
            {
                Related = [new RelatedLocation(metric.Span, "The metric is described here.")],
            });
        }
    }

    // What is combined with a histogram need not be one itself.
    private static bool IsOfQuantile(NodeScope scope) => scope.Ancestors
        .SkipWhile(a => a is ParenExpr or MatrixSelector or AggregateExpr or CallExpr { Function: not "histogram_quantile" })
        .FirstOrDefault() is CallExpr;
}
