using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>One alternative of what an expression can return: <c>or</c> has one for each side.</summary>
/// <param name="Labels">The labels that its series have, may have and cannot have.</param>
/// <param name="Source">The selector, the function or the number that its series come from.</param>
/// <param name="Origin">What its series come from.</param>
public sealed record LabelBranch(LabelSet Labels, PromQlExpr Source, BranchOrigin Origin)
{
    /// <summary>The selector that finds its series; null where none does.</summary>
    public VectorSelector? Selector => Source as VectorSelector;

    /// <summary>The outermost aggregation that its series went through; null where there is none.</summary>
    public AggregateExpr? Aggregation { get; init; }

    /// <summary>Why it never returns a series; null where it can, as far as labels tell.</summary>
    public LabelReason? Dead { get; init; }

    /// <summary>
    /// Whether every evaluation returns its one series, or in its place one of an earlier branch that differs only in the metric name.
    /// </summary>
    public bool AlwaysReturns { get; init; }

    /// <summary>Whether it never returns a series.</summary>
    public bool IsDead => Dead is not null;

    /// <summary>Whether its series may still have their metric name.</summary>
    public bool KeepsName => !Labels.Lookup(LabelSet.MetricName).IsImpossible;

    /// <summary>Whether it returns one series at most: all labels are known, as behind an aggregation that keeps none.</summary>
    public bool IsSingle => Labels.IsFixed;

    /// <summary>A branch for both alternatives.</summary>
    internal LabelBranch Or(LabelBranch other) => this with
    {
        Labels = IsDead ? other.Labels : other.IsDead ? Labels : Labels.Or(other.Labels),
        Origin = Origin == other.Origin ? Origin : BranchOrigin.Series,
        Aggregation = ReferenceEquals(Aggregation, other.Aggregation) ? Aggregation : null,
        Dead = IsDead ? other.Dead : null,
        AlwaysReturns = false,
    };
}
