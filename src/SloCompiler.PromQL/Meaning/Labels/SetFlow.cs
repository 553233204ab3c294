using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary><c>and</c>, <c>or</c> and <c>unless</c>.</summary>
internal static class SetFlow
{
    public static LabelFlowResult Of(BinaryExpr expr, LabelFlowResult left, LabelFlowResult right)
    {
        var scope = MatchScope.Of(expr.Matching);
        return expr.Operator switch
        {
            BinaryOperator.And => left.Select(b => And(expr, b, right, scope), isNeverEmpty: false),
            BinaryOperator.Unless => Unless(left, right),
            _ => Or(expr, left, right, scope),
        };
    }

    private static LabelFlowResult Unless(LabelFlowResult left, LabelFlowResult right)
        => right.IsDead ? left : left.Select(b => b.AlwaysReturns ? b with { AlwaysReturns = false } : b, isNeverEmpty: false);

    private static LabelBranch And(BinaryExpr expr, LabelBranch left, LabelFlowResult right, MatchScope scope)
    {
        LabelBranch? partner = null;
        foreach (var candidate in right.Branches)
        {
            if (!candidate.IsDead && scope.Conflict(left.Labels, candidate.Labels) is null)
            {
                partner = partner is null ? candidate : partner.Or(candidate);
            }
        }

        return partner is null
            ? left with { AlwaysReturns = false, Dead = left.Dead ?? WhyNothingMatches(expr, left, right, scope) }
            : left with { AlwaysReturns = false, Labels = scope.Matched(left.Labels, partner.Labels) };
    }

    private static LabelReason? WhyNothingMatches(BinaryExpr expr, LabelBranch left, LabelFlowResult right, MatchScope scope)
        => right.Branches.IsEmpty
            ? null
            : right.Branches[0].Dead ?? new LabelReason(
                LabelReasonKind.NeverMatches, MatchFlow.SpanOf(expr), scope.Conflict(left.Labels, right.Branches[0].Labels));

    private static LabelFlowResult Or(BinaryExpr expr, LabelFlowResult left, LabelFlowResult right, MatchScope scope)
    {
        var branches = ImmutableArray.CreateBuilder<LabelBranch>(left.Branches.Length + right.Branches.Length);
        branches.AddRange(left.Branches);
        foreach (var branch in right.Branches)
        {
            branches.Add(IsHidden(left, branch, scope)
                ? branch with { AlwaysReturns = false, Dead = branch.Dead ?? new LabelReason(LabelReasonKind.Hidden, left.Branches[0].Source.Span) }
                : branch with { AlwaysReturns = branch.AlwaysReturns && expr.Matching is not { IsWritten: true } });
        }

        return LabelFlowResult.OfVector(branches.DrainToImmutable(), left.IsNeverEmpty || right.IsNeverEmpty);
    }

    /// <summary>Whether the left side always returns a series that agrees with every series of a branch of the right.</summary>
    private static bool IsHidden(LabelFlowResult left, LabelBranch branch, MatchScope scope)
    {
        if (scope is { IsOn: true, Labels.IsEmpty: true } && left.IsNeverEmpty)
        {
            return true;
        }

        foreach (var earlier in left.Branches)
        {
            if (earlier.AlwaysReturns && scope.AlwaysAgree(earlier.Labels, branch.Labels))
            {
                return true;
            }
        }

        return false;
    }
}
