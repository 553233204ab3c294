using System.Collections.Immutable;
using SloCompiler.PromQL.Types;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>The labels that an expression can return.</summary>
public sealed class LabelFlowResult
{
    /// <summary>More branches are merged into the last.</summary>
    public const int MaxBranches = 32;

    private LabelBranch? _merged;

    internal LabelFlowResult(PromQlType type, ImmutableArray<LabelBranch> branches, bool isNeverEmpty)
    {
        Type = type;
        Branches = branches;
        IsNeverEmpty = isNeverEmpty;
    }

    /// <summary>The type of the expression.</summary>
    public PromQlType Type { get; }

    /// <summary>The alternatives, in source order; none for a string. A number is a series without labels.</summary>
    public ImmutableArray<LabelBranch> Branches { get; }

    /// <summary>Whether every evaluation returns some series.</summary>
    public bool IsNeverEmpty { get; }

    /// <summary>Whether no branch can return a series.</summary>
    public bool IsDead => Branches.Length > 0 && Branches.All(b => b.IsDead);

    /// <summary>What holds for all series, of whatever branch; null for a string.</summary>
    public LabelBranch? Merged => Branches.Length switch
    {
        0 => null,
        1 => Branches[0],
        _ => _merged ??= Branches.Aggregate((a, b) => a.Or(b)),
    };

    internal static LabelFlowResult Text { get; } = new(PromQlType.String, [], isNeverEmpty: true);

    internal static LabelFlowResult OfVector(ImmutableArray<LabelBranch> branches, bool isNeverEmpty)
        => new(PromQlType.InstantVector, Capped(branches), isNeverEmpty);

    internal LabelFlowResult Select(Func<LabelBranch, LabelBranch> change, bool isNeverEmpty)
    {
        if (Branches.Length == 1)
        {
            return new LabelFlowResult(PromQlType.InstantVector, [change(Branches[0])], isNeverEmpty);
        }

        return new LabelFlowResult(PromQlType.InstantVector, [.. Branches.Select(change)], isNeverEmpty);
    }

    internal LabelFlowResult As(PromQlType type) => Type == type ? this : new LabelFlowResult(type, Branches, IsNeverEmpty);

    private static ImmutableArray<LabelBranch> Capped(ImmutableArray<LabelBranch> branches)
    {
        if (branches.Length > MaxBranches && branches.Any(b => b.IsDead))
        {
            var alive = branches.RemoveAll(b => b.IsDead);
            branches = alive.IsEmpty ? branches[..1] : alive;
        }

        return branches.Length <= MaxBranches
            ? branches
            : [.. branches.AsSpan()[..(MaxBranches - 1)], branches.Skip(MaxBranches - 1).Aggregate((a, b) => a.Or(b))];
    }
}
