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
        "The events of a metric are counted that is a gauge, as its catalogue says.",
        "Every fall of a gauge looks like the reset of a counter and is counted as new events.",
        "Name a counter, take `delta` or `deriv` of the gauge, or express the indicator as slices of time in which the gauge is good.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where an indicator counts events, and for `rate`, `irate`, `increase` and `resets` in any expression.


        """ + ExampleText.Of(
        bad: MetricExamples.Events("http_requests_total{code=~\"5..\"}", "http_requests_in_flight"),
        good: MetricExamples.Events("http_requests_total{code=~\"5..\"}", "http_requests_total")) + ExampleText.Of(
        bad: MetricExamples.Alert("rate(http_requests_in_flight[5m]) > 1 # <-"),
        good: MetricExamples.Alert("rate(http_requests_total[5m]) > 1"));

    internal override void Inspect(SelectorUse use, NodeScope scope)
    {
        var function = FunctionOver(scope);
        var isCounted = use.Role == ExpressionRole.Counter || function is "rate" or "irate" or "increase" or "resets";
        if (isCounted && use is { Metric: { Type: MetricType.Gauge or MetricType.Info } metric })
        {
            scope.Report(new Diagnostic(
                Descriptor,
                scope.Expression.Map(use.Selector.Span),
                $"\"{use.Name}\" is a gauge, but {(function is null ? "its events are counted here" : $"`{function}` is for counters")}.")
            {
                Related = [new RelatedLocation(metric.Span, "The metric is described here.")],
            });
        }
    }
}
