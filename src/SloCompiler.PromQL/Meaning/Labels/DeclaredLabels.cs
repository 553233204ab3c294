using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>What the catalogue says of the labels of a metric.</summary>
internal static class DeclaredLabels
{
    // The label of the target that a series was scraped from; a list of the labels of a metric does not repeat them.
    private static readonly ImmutableArray<string> OfTargets = ["instance", "job"];

    public static LabelSet Of(string metric, VectorSelector selector, MeaningContext context)
    {
        var named = LabelPromise.Constantly(LabelSet.MetricName, metric, new LabelReason(LabelReasonKind.MetricName, selector.Span));
        if (context.Metrics.Find(metric) is not { } facts)
        {
            return new LabelSet([named], LabelPromise.Possible("", new LabelReason(LabelReasonKind.Selector, selector.Span)));
        }

        var result = new LabelSetBuilder(facts.Labels.Length + 3);
        result.Add(named);
        AddDeclared(result, facts, new LabelReason(LabelReasonKind.Declared, selector.Span, metric));
        foreach (var label in OfTargets)
        {
            result.Add(LabelPromise.Possible(label, new LabelReason(LabelReasonKind.Target, selector.Span)));
        }

        foreach (var label in context.ExternalLabels)
        {
            result.Add(LabelPromise.Possible(label, new LabelReason(LabelReasonKind.External, selector.Span)));
        }

        return result.Build(facts.IsClosed
            ? LabelPromise.Impossible("", new LabelReason(LabelReasonKind.NotDeclared, selector.Span, metric))
            : LabelPromise.Possible("", new LabelReason(LabelReasonKind.Selector, selector.Span)));
    }

    private static void AddDeclared(LabelSetBuilder result, MetricFacts facts, LabelReason reason)
    {
        var part = facts.Kind switch
        {
            MetricKind.HistogramBucket => "le",
            MetricKind.SummaryQuantile => "quantile",
            _ => null,
        };
        foreach (var label in facts.Labels)
        {
            var presence = label.Name == part ? LabelPresence.Guaranteed : LabelPresence.Possible;
            result.Add(LabelPromise.OneOf(label.Name, presence, label.Values, reason));
        }

        if (part is not null)
        {
            result.Add(LabelPromise.Guaranteed(part, reason));
        }
    }
}
