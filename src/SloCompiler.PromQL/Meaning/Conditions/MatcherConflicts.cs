using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>Finds matchers that no series can satisfy together.</summary>
internal static class MatcherConflicts
{
    private const int FewMatchers = 16;

    /// <summary>The first conflict; null where a series may exist.</summary>
    /// <param name="matchers">The matchers of one selector.</param>
    /// <param name="facts">What is declared of the metric; null where nothing is.</param>
    /// <param name="external">Labels that any series may have.</param>
    public static Reason? Find(ImmutableArray<LabelMatcher> matchers, MetricFacts? facts, ImmutableArray<string> external)
    {
        var byName = matchers.Length > FewMatchers ? matchers.ToLookup(m => m.Name, StringComparer.Ordinal) : null;
        foreach (var matcher in matchers)
        {
            var same = byName?[matcher.Name] ?? matchers.Where(m => m.Name == matcher.Name);
            var declared = external.Contains(matcher.Name) ? null : Declared(matcher.Name, facts);
            if ((CandidatesOf(matcher) ?? declared) is { } candidates
                && !candidates.Any(value => declared?.Contains(value) != false && Satisfies(value, same)))
            {
                return new Reason(Around([.. same]), $"no value of the label \"{matcher.Name}\" satisfies the matchers");
            }
        }

        return null;
    }

    /// <summary>All values that a matcher lets through; null where they are too many to list.</summary>
    private static ImmutableArray<string>? CandidatesOf(LabelMatcher matcher)
    {
        if (matcher.Operator == MatchOperator.Equal)
        {
            return [matcher.Value];
        }

        if (matcher.Operator == MatchOperator.RegexMatch && LiteralPattern.Alternatives(matcher.Value) is { } literals)
        {
            return literals;
        }

        return matcher.Operator == MatchOperator.RegexNoMatch && matcher.Value is ".*" or "(.*)" ? ImmutableArray<string>.Empty : null;
    }

    // A label may also be missing, which is the empty value.
    private static ImmutableArray<string>? Declared(string label, MetricFacts? facts)
    {
        if (facts is null || label == "__name__")
        {
            return null;
        }

        var known = facts.Labels.FirstOrDefault(l => l.Name == label);
        if (known is null)
        {
            return facts.IsClosed ? ImmutableArray.Create("") : null;
        }

        return known.Values.IsEmpty ? null : known.Values.Add("");
    }

    private static bool Satisfies(string value, IEnumerable<LabelMatcher> matchers)
        => matchers.All(m => m.Operator switch
        {
            MatchOperator.Equal => m.Value == value,
            MatchOperator.NotEqual => m.Value != value,
            MatchOperator.RegexMatch => LiteralPattern.Matches(m.Value, value) != false,
            MatchOperator.RegexNoMatch => LiteralPattern.Matches(m.Value, value) != true,
            _ => true,
        });

    private static TextSpan Around(ImmutableArray<LabelMatcher> matchers)
        => TextSpan.FromBounds(matchers[0].Span.Start, matchers[^1].Span.End);
}
