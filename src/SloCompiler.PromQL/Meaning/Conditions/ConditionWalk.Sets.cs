using System.Collections.Immutable;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>Set operators.</summary>
internal sealed partial class ConditionWalk
{
    /// <summary>The most branches that are told apart; further ones are one.</summary>
    private const int MostBranches = 64;

    private Outcome Or(BinaryExpr expr)
    {
        var left = Walk(expr.Left);
        var right = Walk(expr.Right);
        var isMatched = AlwaysMatch(expr, left, right);
        var isComplement = IsComplement(left, right) || IsComplement(right, left);
        ImmutableArray<Outcome> branches = [.. left.Branches, .. right.Branches.Select(branch => Hide(expr, branch, left, isMatched))];
        var (certain, expected) = (Returned.None, Returned.None);
        var causes = EmptyCauses.None;
        foreach (var branch in branches)
        {
            certain = certain.Or(branch.Certain);
            expected = expected.Or(branch.Expected);
            causes |= branch.Causes;
        }

        var whole = new Outcome(expr)
        {
            Certain = isComplement ? certain with { Presence = Presence.Always } : certain,
            Expected = isComplement ? expected with { Presence = Presence.Always } : expected,
            Causes = causes,
            IsLabelless = left.IsLabelless && right.IsLabelless,
            Hazards = [.. left.Hazards, .. right.Hazards],
            Reasons = [.. left.Reasons, .. right.Reasons],
            Alternatives = branches.Length <= MostBranches ? branches : Shorten(branches),
        };
        return isComplement ? whole.Because(expr.Span, "one side returns where the other is empty") : whole;
    }

    private static ImmutableArray<Outcome> Shorten(ImmutableArray<Outcome> branches)
    {
        var last = branches[^1];
        var before = branches[^2];
        var merged = before with
        {
            Certain = before.Certain.Or(last.Certain),
            Expected = before.Expected.Or(last.Expected),
            Causes = before.Causes | last.Causes,
            IsLabelless = false,
        };
        return branches.Length - 1 > MostBranches ? Shorten([.. branches[..^2], merged]) : [.. branches[..^2], merged];
    }

    /// <summary>A right branch is never seen where the left side always matches it.</summary>
    private static Outcome Hide(BinaryExpr expr, Outcome branch, Outcome left, bool isMatched)
    {
        if (!isMatched || left.Expected.Presence != Presence.Always || branch.Presence == Presence.Never)
        {
            return branch;
        }

        var certain = left.Certain.Presence == Presence.Always ? Returned.None : branch.Certain;
        return branch.With(branch.Expr, certain, Returned.None).Because(expr.Left.Span, "the left side of `or` always returns a sample that hides it");
    }

    /// <summary>Whether one is <c>absent</c> of what the other returns.</summary>
    private static bool IsComplement(Outcome absent, Outcome present)
        => absent.Expr is CallExpr { Function: "absent", Arguments: [var missing] }
            && PromQlComparer.IgnoringParentheses.Equals(Core(missing), Core(present.Expr));

    /// <summary>What an expression is empty with: aggregations and functions of each sample add and drop nothing.</summary>
    private static PromQlExpr Core(PromQlExpr expr)
    {
        while (true)
        {
            switch (expr)
            {
                case ParenExpr paren:
                    expr = paren.Inner;
                    break;
                case UnaryExpr unary:
                    expr = unary.Operand;
                    break;
                case AggregateExpr { Parameter: null } aggregate:
                    expr = aggregate.Expr;
                    break;
                case CallExpr { Function: "sort" or "sort_desc" or "abs" or "round" or "ceil" or "floor", Arguments: [var only, ..] }:
                    expr = only;
                    break;
                default:
                    return expr;
            }
        }
    }

    private static bool IsUnmatched(VectorMatching? matching) => matching is not { IsWritten: true };

    private Outcome And(BinaryExpr expr)
    {
        var left = WalkGuarded(expr.Left, Constraint.WherePresent(expr.Right, IsUnmatched(expr.Matching)));
        var right = WalkGuarded(expr.Right, Constraint.WherePresent(expr.Left, IsUnmatched(expr.Matching)));
        return Distribute(expr, left, (_, branch) =>
        {
            var result = branch.With(
                expr,
                branch.Certain with { Presence = Both(expr, branch, right, branch.Certain.Presence, right.Certain.Presence) },
                branch.Expected with { Presence = Both(expr, branch, right, branch.Expected.Presence, right.Expected.Presence) });
            return result with
            {
                Causes = branch.Causes | right.Causes | EmptyCauses.Filter,
                Reasons = right.Presence == Presence.Never ? [.. branch.Reasons, .. right.Reasons] : branch.Reasons,
            };
        });
    }

    private Outcome Unless(BinaryExpr expr)
    {
        var left = WalkGuarded(expr.Left, Constraint.WhereAbsent(expr.Right, IsUnmatched(expr.Matching)));
        var right = Walk(expr.Right);
        if (PromQlComparer.IgnoringParentheses.Equals(expr.Left, expr.Right))
        {
            return left.With(expr, Returned.None, Returned.None).Because(expr.Span, "both sides of `unless` are the same");
        }

        return Distribute(expr, left, (_, branch) =>
        {
            var isHidden = AlwaysMatch(expr, branch, right);
            var result = branch.With(expr, Without(branch.Certain, right.Certain, isHidden), Without(branch.Expected, right.Expected, isHidden))
                with
            { Causes = branch.Causes | EmptyCauses.Filter };
            return isHidden && right.Presence == Presence.Always
                ? result.Because(expr.Right.Span, "the right side of `unless` always returns a sample that hides it")
                : result;
        });
    }

    private static Returned Without(Returned left, Returned right, bool isHidden) => (left.Presence, right.Presence) switch
    {
        (Presence.Never, _) or (_, Presence.Never) => left,
        (_, Presence.Always) when isHidden => Returned.None,
        _ => left with { Presence = Presence.Sometimes },
    };
}
