using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Metrics;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Metrics;

/// <summary>A counter where the value itself counts.</summary>
public sealed class CounterUsedAsGauge : SelectorLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO314", "counter-used-as-gauge", Severity.Error,
        "The value of a metric is read that is a counter, as its catalogue says.",
        "The value of a counter only says how much happened since the last restart: as a probe or a time it means nothing, and its difference or slope is wrong after each restart.",
        "Name a gauge, take `rate` or `increase` of the counter, or express the indicator as its events.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where an indicator reads a gauge, and for `delta`, `idelta`, `deriv`, `predict_linear` and smoothing in any expression.
        Comparisons of a counter's value are left to raw-counter.


        """ + ExampleText.Of(
        bad: MetricExamples.Probe("http_requests_total"),
        good: MetricExamples.Probe("http_requests_in_flight")) + ExampleText.Of(
        bad: MetricExamples.Alert("delta(http_requests_total[5m]) > 1 # <-"),
        good: MetricExamples.Alert("delta(http_requests_in_flight[5m]) > 1"));

    internal override void Inspect(SelectorUse use, NodeScope scope)
    {
        var function = FunctionOver(scope);
        var isRead = use.Role == ExpressionRole.Gauge
            || function is "delta" or "idelta" or "deriv" or "predict_linear" or "holt_winters" or "double_exponential_smoothing";
        if (isRead && use is { Metric: { Type: MetricType.Counter } metric })
        {
            scope.Report(new Diagnostic(
                Descriptor,
                scope.Expression.Map(use.Selector.Span),
                $"\"{use.Name}\" is a counter, but {(function is null ? "its value is read here" : $"`{function}` is for gauges")}.")
            {
                Related = [new RelatedLocation(metric.Span, "The metric is described here.")],
            });
        }
    }
}
