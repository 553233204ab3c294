using System.Collections.Immutable;
using SloCompiler.PromQL.Re2;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>What matchers leave of the series of a selector.</summary>
internal static class MatcherFlow
{
    public static LabelBranch Filter(LabelBranch branch, VectorSelector selector)
    {
        var labels = branch.Labels;
        var dead = branch.Dead;
        foreach (var matcher in selector.Matchers)
        {
            var before = labels.Lookup(matcher.Name);
            if (After(matcher, before) is not { } promise)
            {
                dead ??= before.IsImpossible
                    ? before.Reason with { Span = matcher.Span }
                    : new LabelReason(LabelReasonKind.Contradiction, matcher.Span, matcher.Name);
            }
            else if (promise.Name.Length > 0)
            {
                labels = labels.With(promise);
            }
        }

        return branch with { Labels = labels, Dead = dead };
    }

    /// <summary>What is known of a label behind a matcher; null where no series passes.</summary>
    private static LabelPromise? After(LabelMatcher matcher, LabelPromise before)
    {
        var acceptsEmpty = AcceptsEmpty(matcher);
        var literals = Literals(matcher);
        if (literals is { } accepted && IsPositive(matcher))
        {
            return before.And(Accepting(matcher, accepted));
        }

        var filtered = literals is { } refused ? Except(before, refused) : before;
        return acceptsEmpty
            ? filtered
            : filtered?.And(LabelPromise.Guaranteed(matcher.Name, Reason(LabelReasonKind.MatcherWants, matcher)));
    }

    private static LabelPromise Accepting(LabelMatcher matcher, ImmutableArray<string> accepted)
    {
        var values = accepted.RemoveAll(v => v.Length == 0);
        if (values.IsEmpty)
        {
            return LabelPromise.Impossible(matcher.Name, Reason(LabelReasonKind.MatcherRefuses, matcher));
        }

        var presence = values.Length == accepted.Length ? LabelPresence.Guaranteed : LabelPresence.Possible;
        return LabelPromise.OneOf(matcher.Name, presence, values, Reason(LabelReasonKind.MatcherWants, matcher));
    }

    private static LabelPromise? Except(LabelPromise before, ImmutableArray<string> refused)
    {
        if (before.Values.IsEmpty)
        {
            return before;
        }

        var left = before.Values.RemoveAll(v => refused.Contains(v, StringComparer.Ordinal));
        return (left.IsEmpty, before.IsGuaranteed) switch
        {
            (true, true) => null,
            (true, false) => LabelPromise.Impossible(before.Name, before.Reason),
            _ => left.Length == before.Values.Length ? before : before with { Values = left },
        };
    }

    private static bool IsPositive(LabelMatcher matcher) => matcher.Operator is MatchOperator.Equal or MatchOperator.RegexMatch;

    private static ImmutableArray<string>? Literals(LabelMatcher matcher) => matcher.Operator switch
    {
        MatchOperator.Equal or MatchOperator.NotEqual => [matcher.Value],
        MatchOperator.RegexMatch or MatchOperator.RegexNoMatch => RegexShape.Of(matcher.Value).Literals,
        _ => throw new InvalidOperationException($"No such operator: {matcher.Operator}."),
    };

    private static bool AcceptsEmpty(LabelMatcher matcher) => matcher.Operator switch
    {
        MatchOperator.Equal => matcher.Value.Length == 0,
        MatchOperator.NotEqual => matcher.Value.Length > 0,
        MatchOperator.RegexMatch => Re2Syntax.MatchesEmpty(matcher.Value),
        MatchOperator.RegexNoMatch => !Re2Syntax.MatchesEmpty(matcher.Value),
        _ => throw new InvalidOperationException($"No such operator: {matcher.Operator}."),
    };

    private static LabelReason Reason(LabelReasonKind kind, LabelMatcher matcher) => new(kind, matcher.Span);
}
