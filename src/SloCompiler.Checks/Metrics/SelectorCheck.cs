using System.Collections.Frozen;
using SloCompiler.Language.Metrics;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Checks.Metrics;

/// <summary>A check of every selector against the catalogue; it is silent where there is no catalogue.</summary>
public abstract class SelectorCheck : Check
{
    // What Prometheus itself adds to every target, and to the result of rules.
    private static readonly FrozenSet<string> BuiltIn = FrozenSet.Create(
        StringComparer.Ordinal,
        "up",
        "scrape_duration_seconds",
        "scrape_samples_scraped",
        "scrape_samples_post_metric_relabeling",
        "scrape_series_added",
        "ALERTS",
        "ALERTS_FOR_STATE");

    /// <inheritdoc />
    public sealed override void Run(CheckContext context)
    {
        if (context.Specs.Catalogue.IsEmpty)
        {
            return;
        }

        foreach (var use in ExpressionUse.AllOf(context.Specs))
        {
            foreach (var selector in PromQlWalker.Selectors(use.Expression.Expr))
            {
                if (selector.MetricName is { } name && !BuiltIn.Contains(name) && !name.Contains(':', StringComparison.Ordinal))
                {
                    Inspect(new SelectorUse(use, selector, name, context.Specs.Catalogue.FindBySeries(name)), context);
                }
            }
        }
    }

    /// <summary>Looks at one selector that names a metric.</summary>
    internal abstract void Inspect(SelectorUse use, CheckContext context);
}

/// <summary>A selector with what the catalogue knows of it.</summary>
/// <param name="Use">The expression.</param>
/// <param name="Selector">The selector in it.</param>
/// <param name="Name">The name of the series.</param>
/// <param name="Metric">The metric; null where the catalogue does not know it.</param>
internal sealed record SelectorUse(ExpressionUse Use, VectorSelector Selector, string Name, Metric? Metric);
