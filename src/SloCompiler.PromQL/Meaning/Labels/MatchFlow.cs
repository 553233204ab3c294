using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Arithmetic and comparisons between two vectors: which labels matched series keep.</summary>
internal static class MatchFlow
{
    public static LabelFlowResult Of(BinaryExpr expr, LabelFlowResult left, LabelFlowResult right)
    {
        var scope = MatchScope.Of(expr.Matching);
        var isSwapped = expr.Matching?.Group == GroupSide.Right;
        var (many, one) = isSwapped ? (right, left) : (left, right);
        var partners = many.Branches.Length * one.Branches.Length <= LabelFlowResult.MaxBranches || one.Merged is not { } merged
            ? one.Branches
            : [merged];
        var branches = ImmutableArray.CreateBuilder<LabelBranch>(many.Branches.Length);
        foreach (var branch in many.Branches)
        {
            AddMatches(expr, scope, branch, partners, branches);
        }

        AddUnmatched(expr, scope, many, one, branches);
        return LabelFlowResult.OfVector(branches.DrainToImmutable(), IsNeverEmpty(expr, scope, many, one));
    }

    /// <summary>The fragment that says how two vectors match: the clause, or the whole operation where there is none.</summary>
    public static TextSpan SpanOf(BinaryExpr expr) => expr.Matching is { IsWritten: true } matching ? matching.Span : expr.Span;

    private static void AddMatches(
        BinaryExpr expr, MatchScope scope, LabelBranch many, ImmutableArray<LabelBranch> partners, ImmutableArray<LabelBranch>.Builder branches)
    {
        LabelReason? reason = many.Dead;
        var count = branches.Count;
        foreach (var one in partners)
        {
            var dead = many.Dead ?? one.Dead ?? WhyNot(expr, scope, many.Labels, one.Labels);
            if (dead is null)
            {
                branches.Add(Matched(expr, scope, many, one));
            }

            reason ??= dead;
        }

        if (branches.Count == count && partners.Length > 0)
        {
            branches.Add(Matched(expr, scope, many, partners[0]) with { Dead = reason });
        }
    }

    private static LabelReason? WhyNot(BinaryExpr expr, MatchScope scope, LabelSet many, LabelSet one)
        => scope.Conflict(many, one) is { } label ? new LabelReason(LabelReasonKind.NeverMatches, SpanOf(expr), label) : null;

    private static LabelBranch Matched(BinaryExpr expr, MatchScope scope, LabelBranch many, LabelBranch one) => many with
    {
        Labels = Result(expr, scope, scope.Matched(many.Labels, one.Labels), one.Labels),
        Origin = many.Origin == BranchOrigin.Scalar ? one.Origin : many.Origin,
        Source = many.Origin == BranchOrigin.Scalar ? one.Source : many.Source,
        AlwaysReturns = many.AlwaysReturns && one.AlwaysReturns && !BinaryFlow.Filters(expr) && scope.AlwaysAgree(many.Labels, one.Labels),
    };

    // A fill stands in for a series that one side misses; it has the labels that must agree.
    private static void AddUnmatched(
        BinaryExpr expr, MatchScope scope, LabelFlowResult many, LabelFlowResult one, ImmutableArray<LabelBranch>.Builder branches)
    {
        var isSwapped = expr.Matching?.Group == GroupSide.Right;
        var fillsMany = (isSwapped ? expr.Matching?.FillRight : expr.Matching?.FillLeft) is not null;
        var fillsOne = (isSwapped ? expr.Matching?.FillLeft : expr.Matching?.FillRight) is not null;
        if (fillsOne)
        {
            branches.AddRange(many.Branches.Select(b => Unmatched(b, Result(expr, scope, b.Labels, Covered(expr, scope, b.Labels)))));
        }

        if (fillsMany)
        {
            branches.AddRange(one.Branches.Select(b => Unmatched(b, Result(expr, scope, Covered(expr, scope, b.Labels), b.Labels))));
        }
    }

    private static LabelBranch Unmatched(LabelBranch branch, LabelSet labels) => branch with { Labels = labels, AlwaysReturns = false };

    private static LabelSet Result(BinaryExpr expr, MatchScope scope, LabelSet many, LabelSet one)
    {
        var labels = BinaryFlow.Renamed(expr, many);
        if (expr.Matching is null or { Group: GroupSide.None })
        {
            return scope is { IsOn: false, Labels.IsEmpty: true }
                ? labels
                : Covered(expr, scope, labels, keepsName: true);
        }

        labels = Included(expr, expr.Matching, scope, labels, one);
        return expr.ReturnBool ? BinaryFlow.Renamed(expr, labels) : labels;
    }

    private static LabelSet Covered(BinaryExpr expr, MatchScope scope, LabelSet labels, bool keepsName = false)
    {
        if (scope.IsOn)
        {
            var dropped = new LabelReason(LabelReasonKind.NotInOn, SpanOf(expr));
            return labels.Only(scope.Labels, new LabelReason(LabelReasonKind.Matched, SpanOf(expr)), dropped);
        }

        var ignored = new LabelReason(LabelReasonKind.Ignored, SpanOf(expr));
        var covered = labels.Without(scope.Labels, ignored);
        return keepsName ? covered : covered.Drop(LabelSet.MetricName, ignored);
    }

    private static LabelSet Included(BinaryExpr expr, VectorMatching matching, MatchScope scope, LabelSet many, LabelSet one)
    {
        var side = matching.Group == GroupSide.Left ? "group_left" : "group_right";
        var result = many;
        for (var i = 0; i < matching.Include.Length; i++)
        {
            var label = matching.Include[i];
            var span = i < matching.IncludeSpans.Length ? matching.IncludeSpans[i] : SpanOf(expr);
            var promise = one.Of(label);
            // Where both sides agree on it, each knows what the other does.
            var known = scope.Covers(label) ? promise.And(many.Of(label)) ?? promise : promise;
            result = result.With(known with { Reason = new LabelReason(LabelReasonKind.Included, span, side) });
        }

        return result;
    }

    private static bool IsNeverEmpty(BinaryExpr expr, MatchScope scope, LabelFlowResult many, LabelFlowResult one)
    {
        var isFilled = expr.Matching is { FillLeft: not null } or { FillRight: not null };
        return many.IsNeverEmpty && one.IsNeverEmpty && !isFilled && !BinaryFlow.Filters(expr)
            && (scope is { IsOn: true, Labels.IsEmpty: true }
                || (many.Branches is [{ AlwaysReturns: true } a] && one.Branches is [{ AlwaysReturns: true } b]
                    && scope.AlwaysAgree(a.Labels, b.Labels)));
    }
}
