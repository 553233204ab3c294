namespace SloCompiler.PromQL.Re2;

/// <summary>
/// The grammar of RE2 as Go's regexp package reads it, which Prometheus uses: no lookaround, no backreferences, at most 1,000
/// repetitions. .NET accepts another language, so its regular expressions cannot say what Prometheus will refuse.
/// </summary>
public static class Re2Syntax
{
    /// <summary>What is wrong with a pattern; null where it is valid.</summary>
    public static Re2Problem? Validate(string pattern) => Validate(pattern, Re2Dialect.Latest);

    /// <summary>Whether a pattern, anchored at both ends as in a matcher, accepts the empty text; false for an invalid one.</summary>
    public static bool MatchesEmpty(string pattern)
    {
        var reader = new Re2Reader(pattern, Re2Dialect.Latest);
        var part = reader.ReadAll();
        return reader.Problem is null && part.MatchesEmpty;
    }

    /// <summary>What a certain dialect has against a pattern; null where it is valid.</summary>
    internal static Re2Problem? Validate(string pattern, Re2Dialect dialect)
    {
        var reader = new Re2Reader(dialect.IsAnchoredFirst ? $"^(?:{pattern})$" : pattern, dialect);
        reader.ReadAll();
        return reader.Problem;
    }
}
