using System.Collections.Immutable;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>Whether the series of one selector are all among those of another, as far as their matchers prove it.</summary>
internal static class MatcherCover
{
    /// <summary>The matcher of the whole that provably refuses some series of the part; null where none does.</summary>
    public static LabelMatcher? Refusing(VectorSelector whole, VectorSelector part)
        => whole.Matchers.FirstOrDefault(m => m.Name != "__name__" && Refuses(m, [.. part.Matchers.Where(p => p.Name == m.Name)]));

    private static bool Refuses(LabelMatcher matcher, ImmutableArray<LabelMatcher> part)
    {
        if (part.IsEmpty)
        {
            return !AcceptsAll(matcher);
        }

        return LiteralsOf(matcher) is { } accepted
            && part.Select(LiteralsOf).OfType<ImmutableArray<string>>().FirstOrDefault() is { IsDefault: false } counted
            && counted.Any(v => !accepted.Contains(v));
    }

    private static bool AcceptsAll(LabelMatcher matcher)
        => matcher is { Operator: MatchOperator.RegexMatch, Value: ".*" } or { Operator: MatchOperator.RegexMatch or MatchOperator.RegexNoMatch, Value: ".+" or "" }
            or { Operator: MatchOperator.NotEqual, Value: "" };

    private static ImmutableArray<string>? LiteralsOf(LabelMatcher matcher) => matcher.Operator switch
    {
        MatchOperator.Equal => [matcher.Value],
        MatchOperator.RegexMatch => RegexShape.Of(matcher.Value).Literals,
        _ => null,
    };
}
