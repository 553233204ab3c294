using SloCompiler.Checks;
using SloCompiler.Checks.Online;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Metrics;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online.Parts;

/// <summary>Holds the use of metrics, and the catalogue, against the types that targets expose.</summary>
internal sealed class TypePart(OnlineContext context)
{
    private static readonly string[] OfCounters = ["rate", "irate", "increase", "resets"];
    private static readonly string[] OfGauges = ["delta", "idelta", "deriv", "predict_linear", "double_exponential_smoothing", "holt_winters"];

    /// <summary>Looks at every expression and at the catalogue.</summary>
    public void Run()
    {
        foreach (var use in context.Uses)
        {
            CheckRole(use);
            foreach (var call in PromQlWalker.DescendantsAndSelf(use.Expr).OfType<CallExpr>())
            {
                CheckCall(call, use);
            }
        }

        foreach (var metric in context.Input.Lint.Specs.Catalogue.Metrics.Values)
        {
            CheckCatalogue(metric);
        }
    }

    private void CheckRole(ExpressionScope use)
    {
        if (use.Owner is not ExpressionOwner.OfSpec { Role: ExpressionRole.Counter or ExpressionRole.Gauge or ExpressionRole.Histogram } owner)
        {
            return;
        }

        foreach (var selector in PromQlWalker.Selectors(use.Expr))
        {
            var type = TypeOf(selector.MetricName);
            var isWrong = owner.Role switch
            {
                ExpressionRole.Counter => type is "gauge" or "info" or "stateset",
                ExpressionRole.Gauge => type is "counter",
                _ => type is "counter" or "gauge" or "summary" or "info",
            };
            if (isWrong)
            {
                Report(use, selector.Span, $"The server has {selector.MetricName} as a {type}, but it is used as a {owner.Role.ToString().ToLowerInvariant()}.");
            }
        }
    }

    private void CheckCall(CallExpr call, ExpressionScope use)
    {
        if (call.Arguments is not [var first, ..] || first.WithoutParentheses() is not MatrixSelector { Selector: { MetricName: { } metric } selector })
        {
            return;
        }

        var type = TypeOf(metric);
        if ((OfCounters.Contains(call.Function) && type is "gauge" or "info" or "stateset") || (OfGauges.Contains(call.Function) && type is "counter"))
        {
            Report(use, selector.Span, $"The server has {metric} as a {type}; {call.Function} is for {(type == "counter" ? "gauges" : "counters and histograms")}.");
        }
    }

    private void CheckCatalogue(Metric metric)
    {
        var type = TypeOf(metric.Name);
        var isRight = type is null || metric.Type switch
        {
            MetricType.Counter => type is "counter",
            MetricType.Gauge => type is "gauge" or "stateset",
            MetricType.Histogram or MetricType.NativeHistogram => type is "histogram" or "gaugehistogram",
            MetricType.Summary => type is "summary",
            MetricType.Info => type is "info" or "gauge",
            _ => true,
        };
        if (!isRight)
        {
            context.Report(new Diagnostic(
                OnlineDiagnostics.TypeDiffers,
                metric.Span,
                $"The catalogue has {metric.Name} as a {metric.Type.ToString().ToLowerInvariant()}, the server as a {type}."));
        }
    }

    // Targets that disagree, or do not know, prove nothing.
    private string? TypeOf(string? series)
    {
        if (series is null || context.Facts.Metadata is not { } metadata)
        {
            return null;
        }

        foreach (var name in new[] { series, Without(series, "_total"), Without(series, "_bucket"), Without(series, "_count"), Without(series, "_sum") }.OfType<string>())
        {
            if (metadata.Metrics.TryGetValue(name, out var said))
            {
                var types = said.Select(m => m.Type).Distinct().ToArray();
                return types is [not ("unknown" or "unspecified") and var only] ? OfSeries(only, series, name) : null;
            }
        }

        return null;
    }

    // The parts of a histogram are counters.
    private static string OfSeries(string type, string series, string name)
        => type is "histogram" or "summary" && series.Length > name.Length ? "counter" : type;

    private static string? Without(string series, string suffix) => series.EndsWith(suffix, StringComparison.Ordinal) ? series[..^suffix.Length] : null;

    private void Report(ExpressionScope use, TextSpan range, string message)
        => context.Report(new Diagnostic(OnlineDiagnostics.TypeDiffers, use.Map(range), message), use.Subject);
}
