using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>
/// The branches of all rules that record one name. Where there are many, such as one for each objective of a project, those that a
/// selector can read are found by the labels that the rules set, not by trying each.
/// </summary>
internal sealed class RecordedBranches(ImmutableArray<LabelBranch> branches)
{
    private readonly Lazy<Dictionary<string, ILookup<string, LabelBranch>>> _byLabel = new(() => IndexOf(branches));

    /// <summary>The branches that a selector may read, and at least one; the others contradict one of its matchers.</summary>
    public ImmutableArray<LabelBranch> Of(VectorSelector selector)
    {
        if (branches.Length <= LabelFlowResult.MaxBranches)
        {
            return branches;
        }

        var found = branches;
        foreach (var matcher in selector.Matchers)
        {
            if (matcher.Operator == MatchOperator.Equal
                && _byLabel.Value.TryGetValue(matcher.Name, out var byValue)
                && byValue[matcher.Value].ToImmutableArray() is var matching
                && matching.Length < found.Length)
            {
                found = matching;
            }
        }

        return found.IsEmpty ? branches[..1] : found;
    }

    // Only labels that every branch has with one value tell branches apart for certain.
    private static Dictionary<string, ILookup<string, LabelBranch>> IndexOf(ImmutableArray<LabelBranch> branches)
        => branches[0].Labels.Named
            .Select(p => p.Name)
            .Where(label => branches.All(b => b.Labels.Of(label).Constant is not null))
            .ToDictionary(
                label => label,
                label => branches.ToLookup(b => b.Labels.Of(label).Constant ?? "", StringComparer.Ordinal),
                StringComparer.Ordinal);
}
