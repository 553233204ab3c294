using System.Collections.Immutable;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Metrics;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Metrics;

/// <summary>A matcher on a label that the metric does not have.</summary>
public sealed class LabelNotInCatalogue : SelectorLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO311", "label-not-in-catalogue", Severity.Warning,
        "A matcher names a label that the metric does not have, as its catalogue says.",
        "A matcher on a missing label selects nothing, or, if negated, everything.",
        "Correct the label, or add it to the metric in its *.metrics.yaml file.");

    /// <inheritdoc />
    public override string Documentation => ExampleText.Of(
        bad: MetricExamples.Events("http_requests_total{status=~\"5..\"}", "http_requests_total"),
        good: MetricExamples.Events("http_requests_total{code=~\"5..\"}", "http_requests_total"));

    internal override void Inspect(SelectorUse use, NodeScope scope)
    {
        if (use.Metric?.Labels is not { } labels)
        {
            return;
        }

        LabelMatcher[] others = [.. use.Selector.Matchers.Where(m => labels.All(l => l.Name != m.Name))];
        if (others.Length == 0)
        {
            return;
        }

        var always = new KnownLabels(scope.Expression.Project.Specs).Always;
        foreach (var matcher in others.Where(m => !always.Contains(m.Name, StringComparer.Ordinal)))
        {
            scope.Report(Finding(scope, use, use.Metric, matcher, labels));
        }
    }

    private Diagnostic Finding(NodeScope scope, SelectorUse use, Metric metric, LabelMatcher matcher, ImmutableArray<MetricLabel> labels)
    {
        var nearest = Suggestions.Nearest(matcher.Name, labels.Select(l => l.Name));
        var names = labels.IsEmpty ? "It has none." : $"It has {string.Join(", ", labels.Select(l => l.Name))}.";
        return new Diagnostic(
            Descriptor,
            scope.Expression.Map(matcher.Span),
            $"The metric \"{metric.Name}\" has no label \"{matcher.Name}\". {names}")
        {
            Help = nearest is null ? Descriptor.Help : $"Did you mean {nearest}? Otherwise add the label to the metric's catalogue.",
            Related = [new RelatedLocation(metric.Span, "The metric is described here.")],
        };
    }
}
