using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Metrics;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Metrics;

/// <summary>A latency indicator over what is no histogram.</summary>
public sealed class HistogramExpected : SelectorLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO316", "histogram-expected", Severity.Error,
        "A latency indicator reads a metric that is no histogram, as its catalogue says.",
        "Only the buckets of a histogram tell how many events were fast enough; of other metrics no such series exist.",
        "Name a histogram, or express the indicator as events or slices of time.");

    /// <inheritdoc />
    public override string Documentation => ExampleText.Of(
        bad: MetricExamples.Latency("http_requests_total"),
        good: MetricExamples.Latency("http_request_duration_seconds"));

    internal override void Inspect(SelectorUse use, NodeScope scope)
    {
        if (use is { Role: ExpressionRole.Histogram, Metric: { Type: not (MetricType.Histogram or MetricType.NativeHistogram) } metric })
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
}
