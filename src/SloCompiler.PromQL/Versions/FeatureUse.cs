using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Versions;

/// <summary>A feature that an expression uses, and where.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Span">Range in the expression.</param>
public sealed record FeatureUse(PromQlFeature Feature, TextSpan Span)
{
    /// <summary>The features that an expression uses, by place; every use is listed.</summary>
    /// <param name="expr">The tree.</param>
    /// <param name="text">The text that it was parsed from. Some features, such as quotes around a name, leave no trace in the tree.</param>
    public static ImmutableArray<FeatureUse> Of(PromQlExpr expr, string text)
    {
        var collector = new FeatureCollector(text);
        collector.Collect(expr);
        return collector.Uses();
    }

    /// <summary>The flags that the latest Prometheus needs to load an expression, by name.</summary>
    /// <param name="expr">The tree.</param>
    /// <param name="text">The text that it was parsed from.</param>
    public static ImmutableArray<string> FlagsOf(PromQlExpr expr, string text) =>
    [
        .. Of(expr, text).Select(use => use.Feature.Availability.FlagIn(PrometheusRelease.Latest)).OfType<string>()
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
