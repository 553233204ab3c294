using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Metrics;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Metrics;

/// <summary>A gauge where events are counted.</summary>
public sealed class GaugeUsedAsCounter : SelectorLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO313", "gauge-used-as-counter", Severity.Error,
        "An indicator counts the events of a metric that is a gauge, as its catalogue says.",
        "The compiler takes the rate of counters; every fall of a gauge looks like a reset and is counted as new events.",
        "Name a counter, or express the indicator as slices of time in which the gauge is good.");

    /// <inheritdoc />
    public override string Documentation => ExampleText.Of(
        bad: MetricExamples.Events("http_requests_total{code=~\"5..\"}", "http_requests_in_flight"),
        good: MetricExamples.Events("http_requests_total{code=~\"5..\"}", "http_requests_total"));

    internal override void Inspect(SelectorUse use, NodeScope scope)
    {
        if (use is { Role: ExpressionRole.Counter, Metric: { Type: MetricType.Gauge or MetricType.Info } metric })
        {
            scope.Report(new Diagnostic(
                Descriptor,
                scope.Expression.Map(use.Selector.Span),
                $"\"{use.Name}\" is a gauge, but its events are counted here.")
            {
                Related = [new RelatedLocation(metric.Span, "The metric is described here.")],
            });
        }
    }
}
