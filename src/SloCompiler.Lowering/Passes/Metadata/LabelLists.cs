using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Plan;

namespace SloCompiler.Lowering.Passes.Metadata;

/// <summary>Lists of labels in which each name stands once.</summary>
internal static class LabelLists
{
    /// <summary>Both lists; where both have a name, the second one's value stands at the first one's place.</summary>
    public static ImmutableArray<PlanLabel> Merge(ImmutableArray<LabelPair> first, ImmutableArray<LabelPair> second)
        => Merge(ToPlan(first), ToPlan(second));

    /// <inheritdoc cref="Merge(ImmutableArray{LabelPair}, ImmutableArray{LabelPair})" />
    public static ImmutableArray<PlanLabel> Merge(ImmutableArray<PlanLabel> first, ImmutableArray<PlanLabel> second)
    {
        var merged = first.ToList();
        foreach (var label in second)
        {
            var index = merged.FindIndex(other => string.Equals(other.Name, label.Name, StringComparison.Ordinal));
            if (index < 0)
            {
                merged.Add(label);
            }
            else
            {
                merged[index] = label;
            }
        }

        return [.. merged];
    }

    /// <summary>The first list, then those of the second whose names are not reserved and not in the first.</summary>
    public static ImmutableArray<PlanLabel> Append(
        ImmutableArray<PlanLabel> fixedLabels, ImmutableArray<PlanLabel> more, params ImmutableArray<string> reserved)
    {
        var taken = fixedLabels.Select(label => label.Name).Concat(reserved).ToHashSet(StringComparer.Ordinal);
        return [.. fixedLabels, .. more.Where(label => taken.Add(label.Name))];
    }

    public static ImmutableArray<PlanLabel> ToPlan(ImmutableArray<LabelPair> labels)
        => [.. labels.Select(label => new PlanLabel(label.Name, label.Value))];
}
