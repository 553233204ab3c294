using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Types;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>What labels tell of an operation between two vectors: whether series can match, and how many.</summary>
/// <param name="Expr">The operation.</param>
/// <param name="Conflict">The label that keeps the sides from matching; null where none does.</param>
/// <param name="Left">How the left side matches.</param>
/// <param name="Right">How the right side matches.</param>
/// <param name="Included">What is known of the labels of <c>group_left</c> or <c>group_right</c>, in source order.</param>
public sealed record JoinFlow(
    BinaryExpr Expr, LabelConflict? Conflict, MatchSide Left, MatchSide Right, ImmutableArray<IncludedLabel> Included)
{
    /// <summary>Whether a series of one side can have a partner on the other.</summary>
    public bool CanMatch => Conflict is not { IsCertain: true };

    /// <summary>Looks at an operation alone.</summary>
    /// <param name="expr">The operation.</param>
    /// <param name="context">Declared metrics and recording rules.</param>
    /// <returns>Null unless both sides are vectors.</returns>
    public static JoinFlow? Of(BinaryExpr expr, MeaningContext context) => Of(expr, LabelFlow.Of(expr, context));

    /// <summary>Looks at an operation inside an expression whose labels are followed already.</summary>
    /// <param name="expr">The very node of the tree.</param>
    /// <param name="flow">The labels of the expression.</param>
    /// <returns>Null unless both sides are vectors.</returns>
    public static JoinFlow? Of(BinaryExpr expr, LabelFlow flow)
    {
        var left = flow.At(expr.Left);
        var right = flow.At(expr.Right);
        if (left is not { Type: PromQlType.InstantVector, Merged: { } mergedLeft }
            || right is not { Type: PromQlType.InstantVector, Merged: { } mergedRight })
        {
            return null;
        }

        var scope = MatchScope.Of(expr.Matching);
        return new JoinFlow(
            expr,
            LabelConflict.Find(scope, left, right),
            MatchSide.Of(scope, mergedLeft.Labels),
            MatchSide.Of(scope, mergedRight.Labels),
            IncludedOf(expr.Matching, mergedLeft.Labels, mergedRight.Labels));
    }

    private static ImmutableArray<IncludedLabel> IncludedOf(VectorMatching? matching, LabelSet left, LabelSet right)
    {
        if (matching is null || matching.Include.IsEmpty)
        {
            return [];
        }

        var (many, one) = matching.Group == GroupSide.Right ? (right, left) : (left, right);
        return [.. matching.Include.Select((label, i) => new IncludedLabel(
            label, i < matching.IncludeSpans.Length ? matching.IncludeSpans[i] : matching.Span, many.Of(label), one.Of(label)))];
    }
}

/// <summary>A label that a group modifier takes from the "one" side.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Span">Where it is written.</param>
/// <param name="Many">What the "many" side knows of it.</param>
/// <param name="One">What the "one" side knows of it.</param>
public sealed record IncludedLabel(string Label, TextSpan Span, LabelPromise Many, LabelPromise One)
{
    /// <summary>Whether every series of the "many" side has the label already.</summary>
    public bool IsRedundant => Many.IsGuaranteed;

    /// <summary>Whether no series of the "one" side has the label, so that the modifier removes it.</summary>
    public bool IsMissing => One.IsImpossible;
}
