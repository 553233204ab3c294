using System.Collections.Immutable;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Whether a side of a match has several series that agree on all labels that count.</summary>
public enum MatchUniqueness
{
    /// <summary>It may, or may not.</summary>
    Unknown,

    /// <summary>There is one series at most for each set of labels that count.</summary>
    Unique,

    /// <summary>There are several: a label that does not count takes several values on its own.</summary>
    NotUnique,
}

/// <summary>How many series of one side can agree on the labels that count.</summary>
/// <param name="Uniqueness">What is known.</param>
/// <param name="TellingApart">Labels that do not count in the match and tell series of this side apart, as far as they are known by name.</param>
public sealed record MatchSide(MatchUniqueness Uniqueness, ImmutableArray<LabelPromise> TellingApart)
{
    internal static MatchSide Of(MatchScope scope, LabelSet labels)
    {
        var ignored = scope.IsOn || !labels.IsOpen
            ? []
            : scope.Labels.Add(LabelSet.MetricName).RemoveAll(labels.Names).Select(labels.Of);
        var apart = labels.Named.AddRange(ignored).RemoveAll(p => scope.Covers(p.Name) || p.IsImpossible || p.Constant is not null);
        if (apart.Any(IsPartOfMetric))
        {
            return new MatchSide(MatchUniqueness.NotUnique, apart);
        }

        var isUnique = apart.IsEmpty && (scope.CoversOthers || !labels.IsOpen);
        return new MatchSide(isUnique ? MatchUniqueness.Unique : MatchUniqueness.Unknown, apart);
    }

    // A histogram always has several buckets, a summary its quantiles.
    private static bool IsPartOfMetric(LabelPromise promise)
        => promise is { IsGuaranteed: true, Reason.Kind: LabelReasonKind.Declared, Name: "le" or "quantile" };
}
