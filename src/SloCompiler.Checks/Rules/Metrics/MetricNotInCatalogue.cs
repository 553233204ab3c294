using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Metrics;

/// <summary>A metric that the catalogue does not know.</summary>
public sealed class MetricNotInCatalogue : SelectorLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO310", "metric-not-in-catalogue", Severity.Warning,
        "An expression names a metric that no metrics catalogue of the project describes.",
        "A misspelt metric selects nothing, and an alert on nothing never fires.",
        "Correct the name, or describe the metric in a *.metrics.yaml file.");

    /// <inheritdoc />
    public override string Documentation => ExampleText.Of(
        bad: MetricExamples.Events("http_request_total{code=~\"5..\"}", "http_requests_total"),
        good: MetricExamples.Events("http_requests_total{code=~\"5..\"}", "http_requests_total"));

    internal override void Inspect(SelectorUse use, NodeScope scope)
    {
        if (use.Metric is not null || scope.Expression.Project.Specs.Catalogue.IsMisdescribed(use.Name))
        {
            return;
        }

        var nearest = Suggestions.Nearest(use.Name, scope.Expression.Project.Specs.Catalogue.Metrics.Keys);
        var place = scope.Expression.Map(use.Selector.Span with { Length = Math.Min(use.Name.Length, use.Selector.Span.Length) });
        scope.Report(new Diagnostic(Descriptor, place, $"No catalogue describes the metric \"{use.Name}\".")
        {
            Help = nearest is null ? Descriptor.Help : $"Did you mean {nearest}? Otherwise describe the metric in a *.metrics.yaml file.",
        });
    }
}
