using SloCompiler.Language.Metrics;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>How many series there are, as far as the catalogue lists the values of labels.</summary>
internal static class EstimatedSeries
{
    /// <summary>How many values of a label a selector leaves; null where the catalogue does not list them.</summary>
    public static int? ValuesOf(string label, VectorSelector selector, Metric metric)
    {
        foreach (var matcher in selector.Matchers.Where(m => m.Name == label))
        {
            if (matcher.Operator == MatchOperator.Equal)
            {
                return 1;
            }

            if (matcher.Operator == MatchOperator.RegexMatch && RegexShape.Of(matcher.Value).Literals is { } literals)
            {
                return literals.Length;
            }
        }

        return metric.Labels is { } labels && labels.FirstOrDefault(l => l.Name == label) is { Values: { IsEmpty: false } values } ? values.Length : null;
    }

    /// <summary>How many series a selector reads on one target; null where the catalogue does not list the values of every label.</summary>
    public static long? Of(VectorSelector selector, Metric metric)
    {
        if (metric.Labels is not { } labels)
        {
            return null;
        }

        var product = (long)Math.Max(1, metric.Buckets.Length);
        foreach (var label in labels)
        {
            if (ValuesOf(label.Name, selector, metric) is not { } count)
            {
                return null;
            }

            product *= count;
        }

        return product;
    }
}
