using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Which labels two vectors must agree on.</summary>
/// <param name="IsOn">Whether only <paramref name="Labels"/> count, not all but these.</param>
/// <param name="Labels">The labels of <c>on</c> or <c>ignoring</c>.</param>
internal readonly record struct MatchScope(bool IsOn, ImmutableArray<string> Labels)
{
    public static MatchScope Of(VectorMatching? matching) => matching is null ? new(false, []) : new(matching.IsOn, matching.Labels);

    /// <summary>Whether both sides must have the same value of a label, or both none.</summary>
    public bool Covers(string label) => IsOn
        ? Labels.Contains(label, StringComparer.Ordinal)
        : label != LabelSet.MetricName && !Labels.Contains(label, StringComparer.Ordinal);

    /// <summary>Whether labels count that neither side names.</summary>
    public bool CoversOthers => !IsOn;

    /// <summary>The first label that keeps two sides from agreeing; null where they can.</summary>
    public string? Conflict(LabelSet left, LabelSet right)
    {
        foreach (var (a, b) in new LabelPairs(left, right))
        {
            var name = LabelPairs.NameOf(a, b);
            if (Covers(name) && a.And(b) is null)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Whether every series of one side agrees with every series of the other, whatever their names.</summary>
    public bool AlwaysAgree(LabelSet left, LabelSet right)
    {
        if (Covers(LabelSet.MetricName))
        {
            return false;
        }

        foreach (var (a, b) in new LabelPairs(left, right))
        {
            var agree = (a.IsImpossible && b.IsImpossible) || (a.Constant is { } value && value == b.Constant);
            if (!agree && Covers(LabelPairs.NameOf(a, b)))
            {
                return false;
            }
        }

        return IsOn ? LabelsUnnamed(left, right) : !left.IsOpen && !right.IsOpen;
    }

    /// <summary>What is known of the series of one side that have a partner on the other.</summary>
    public LabelSet Matched(LabelSet side, LabelSet partner)
    {
        var result = new LabelSetBuilder(side.Named.Length + 1);
        foreach (var (own, other) in new LabelPairs(side, partner))
        {
            var name = LabelPairs.NameOf(own, other);
            if (Covers(name))
            {
                result.Append((own.And(other) ?? own).Named(name));
            }
            else if (own.Name.Length > 0)
            {
                result.Append(own);
            }
        }

        if (IsOn || !side.IsOpen || partner.IsOpen)
        {
            return result.Build(side.Others);
        }

        // The partner closes the side, but for the labels that do not count.
        foreach (var label in Labels.Add(LabelSet.MetricName))
        {
            result.Add(side.Of(label));
        }

        return result.Build(partner.Others);
    }

    // Labels of `on` that neither side names are absent from both sides where both are closed.
    private bool LabelsUnnamed(LabelSet left, LabelSet right)
    {
        foreach (var label in Labels)
        {
            if (!left.Names(label) && !right.Names(label) && (left.IsOpen || right.IsOpen))
            {
                return false;
            }
        }

        return true;
    }
}
