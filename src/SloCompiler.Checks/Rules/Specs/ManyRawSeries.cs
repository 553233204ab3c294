using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>An indicator that reads very many series.</summary>
public sealed class ManyRawSeries : SloLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO236", "many-raw-series", Severity.Info,
        "An indicator reads at least 1000 series of every target, as the catalogue lists the values of labels.",
        "The base rates of an objective read the samples of a window of all of them in every evaluation; all longer windows read what is recorded from these.",
        "Select fewer series, or record the sum first and use that.");

    private const long Many = 1000;

    /// <inheritdoc />
    public override string Documentation => SpecExamples.Of(
        "Silent where the catalogue does not list the values of every label of the metric.",
        bad: Example("{route: [a, b, c, d, e, f, g, h, i, j], code: [\"200\", \"201\", \"204\", \"301\", \"302\", \"400\", \"404\", \"500\", \"502\", \"503\"], region: [k, l, m, n, o, p, q, r, s, t]}"),
        good: Example("{route: [a, b, c, d, e, f, g, h, i, j], code: [\"200\", \"404\", \"500\", \"502\", \"503\"]}"));

    /// <inheritdoc />
    public override void Check(SloScope scope)
    {
        foreach (var use in ExpressionUse.OfIndicator(scope.Slo))
        {
            foreach (var selector in PromQlWalker.Selectors(use.Expression.Expr))
            {
                if (selector.MetricName is { } name
                    && scope.Project.Specs.Catalogue.FindBySeries(name) is { } metric
                    && EstimatedSeries.Of(selector, metric) is >= Many and var count)
                {
                    scope.Report(Descriptor, use.Expression.Map(selector.Span), $"Every evaluation reads some {count} series of {name} for each target.");
                }
            }
        }
    }

    private static string Example(string labels) => Engine.ExampleText.Files(
        new Engine.ExampleFile("edge.slo.yaml", SpecExamples.Events("http_requests_total{code=~\"5..\"}", "http_requests_total")),
        new Engine.ExampleFile("edge.metrics.yaml", $"version: metrics/v1\nmetrics:\n  http_requests_total:\n    type: counter\n    labels: {labels}\n"));
}
