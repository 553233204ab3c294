namespace SloCompiler.PromQL.Re2;

/// <summary>What is wrong with a regular expression, as Go's regexp package words it.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">What to write instead, where that is known.</param>
public sealed record Re2Problem(string Message, string? Help)
{
    /// <summary>Where the offending part begins in the pattern, in UTF-16 units.</summary>
    public int Start { get; init; }

    /// <summary>Length of the offending part, in UTF-16 units; 0 at the end of the pattern.</summary>
    public int Length { get; init; }
}
