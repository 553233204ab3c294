namespace SloCompiler.PromQL.Tests.Oracle;

/// <summary>Where 2.42 and the latest Prometheus, which we follow, differ in more than the table of versions says.</summary>
internal static class Quirks
{
    private static readonly (string Reason, Func<Difference, bool> Holds)[] All =
    [
        (
            "Newer lexers try an exponent before a hexadecimal digit, so that 0x1e at the end, and 0x1e+, are no numbers any more.",
            d => d.Theirs is null && d.Ours?.Contains("number", StringComparison.Ordinal) == true
                && d.Ours.Contains("\"0x", StringComparison.OrdinalIgnoreCase)),
        (
            "An offset of zero may be followed by another since it is one; the tree keeps only the last.",
            d => d.Ours is null && d.Theirs?.EndsWith("duration must be greater than 0", StringComparison.Ordinal) == true
                && d.Expression.AsSpan().Count("offset") > 1),
    ];

    /// <summary>Why the two may differ; null where they must not.</summary>
    public static string? ReasonFor(Difference difference)
        => Array.Find(All, q => q.Holds(difference)).Reason;
}
