using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Stored series: what the catalogue or a recording rule says of them, and what the matchers leave.</summary>
internal static class SelectorFlow
{
    public static LabelFlowResult Of(VectorSelector selector, MeaningContext context)
    {
        var name = NameOf(selector);
        if (name is null)
        {
            return Filtered(selector, [new LabelBranch(AnySeries(selector), selector, BranchOrigin.Series)]);
        }

        if (RecordFlows.Of(context).Find(name) is { } recorded)
        {
            return Filtered(selector, [.. recorded.Of(selector).Select(b => Read(b, name, selector))]);
        }

        return Filtered(selector, [new LabelBranch(DeclaredLabels.Of(name, selector, context), selector, BranchOrigin.Series)]);
    }

    /// <summary>The metric that a selector reads; null where it may read several.</summary>
    public static string? NameOf(VectorSelector selector)
    {
        if (selector.MetricName is { } name)
        {
            return name;
        }

        foreach (var matcher in selector.Matchers)
        {
            if (matcher is { Name: LabelSet.MetricName, Operator: MatchOperator.Equal, Value.Length: > 0 })
            {
                return matcher.Value;
            }
        }

        return null;
    }

    // Everything stored has a name.
    private static LabelSet AnySeries(VectorSelector selector)
    {
        var reason = new LabelReason(LabelReasonKind.Selector, selector.Span);
        return new LabelSet([LabelPromise.Guaranteed(LabelSet.MetricName, reason)], LabelPromise.Possible("", reason));
    }

    private static LabelBranch Read(LabelBranch recorded, string name, VectorSelector selector) => recorded with
    {
        Labels = recorded.Labels
            .Select(p => p with { Reason = p.Reason.Through(name, selector.Span) })
            .With(LabelPromise.Constantly(LabelSet.MetricName, name, new LabelReason(LabelReasonKind.MetricName, selector.Span))),
        Source = selector,
        Aggregation = null,
        Dead = recorded.Dead?.Through(name, selector.Span),
    };

    private static LabelFlowResult Filtered(VectorSelector selector, ImmutableArray<LabelBranch> branches)
    {
        if (selector.Matchers.IsEmpty)
        {
            return LabelFlowResult.OfVector(branches, isNeverEmpty: false);
        }

        var filtered = branches.Length == 1
            ? [MatcherFlow.Filter(branches[0], selector)]
            : branches.Select(b => MatcherFlow.Filter(b, selector)).ToImmutableArray();
        var alive = filtered.Length == 1 ? filtered : filtered.RemoveAll(b => b.IsDead);
        return LabelFlowResult.OfVector(alive.IsEmpty ? filtered[..1] : alive, isNeverEmpty: false);
    }
}
