namespace SloCompiler.PromQL.Re2;

/// <summary>What is wrong with a regular expression, as Go's regexp package words it.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">What to write instead, where that is known.</param>
public sealed record Re2Problem(string Message, string? Help);

/// <summary>
/// The grammar of RE2, which Prometheus uses: no lookaround, no backreferences, at most 1,000 repetitions. .NET accepts another
/// language, so its regular expressions cannot say what Prometheus will refuse.
/// </summary>
public static class Re2Syntax
{
    /// <summary>What is wrong with a pattern; null where it is valid.</summary>
    public static Re2Problem? Validate(string pattern)
    {
        var reader = new Re2Reader(pattern);
        reader.ReadAll();
        return reader.Problem;
    }

    /// <summary>Whether a pattern, anchored at both ends as in a matcher, accepts the empty text; false for an invalid one.</summary>
    public static bool MatchesEmpty(string pattern)
    {
        var reader = new Re2Reader(pattern);
        var part = reader.ReadAll();
        return reader.Problem is null && part.MatchesEmpty;
    }
}
