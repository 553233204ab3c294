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
        "An indicator reads the value of a metric that is a counter, as its catalogue says.",
        "The value of a counter only says how much happened since the last restart; as a probe or as a time it means nothing.",
        "Name a gauge, or express the indicator as events of the counter.");

    /// <inheritdoc />
    public override string Documentation => ExampleText.Of(
        bad: MetricExamples.Probe("http_requests_total"),
        good: MetricExamples.Probe("http_requests_in_flight"));

    internal override void Inspect(SelectorUse use, NodeScope scope)
    {
        if (use is { Role: ExpressionRole.Gauge, Metric: { Type: MetricType.Counter } metric })
        {
            scope.Report(new Diagnostic(
                Descriptor,
                scope.Expression.Map(use.Selector.Span),
                $"\"{use.Name}\" is a counter, but its value is read here.")
            {
                Related = [new RelatedLocation(metric.Span, "The metric is described here.")],
            });
        }
    }
}
