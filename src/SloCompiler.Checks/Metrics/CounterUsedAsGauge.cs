using SloCompiler.Language.Metrics;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Metrics;

/// <summary>A counter where the value itself counts.</summary>
public sealed class CounterUsedAsGauge : SelectorCheck
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO314", "counter-used-as-gauge", Severity.Error,
        "An indicator reads the value of a metric that is a counter, as its catalogue says.",
        "The value of a counter only says how much happened since the last restart; as a probe or as a time it means nothing.",
        "Name a gauge, or express the indicator as events of the counter.");

    /// <inheritdoc />
    public override CheckExample Bad => MetricExamples.Probe("http_requests_total");

    /// <inheritdoc />
    public override CheckExample Good => MetricExamples.Probe("http_requests_in_flight");

    internal override void Inspect(SelectorUse use, CheckContext context)
    {
        if (use is { Use.Role: ExpressionRole.Gauge, Metric: { Type: MetricType.Counter } metric })
        {
            context.Diagnostics.Report(new Diagnostic(
                Descriptor,
                use.Use.Expression.Map(use.Selector.Span),
                $"\"{use.Name}\" is a counter, but its value is read here.")
            {
                Related = [new RelatedLocation(metric.Span, "The metric is described here.")],
            });
        }
    }
}
