namespace SloCompiler.PromQL.Parsing;

/// <summary>What the parser refuses, so that no input can exhaust the stack, the memory or a reader's patience.</summary>
public static class PromQlLimits
{
    /// <summary>Longest expression, in UTF-16 units.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Deepest nesting of parentheses, calls, signs and powers.</summary>
    public const int MaxNesting = 10_000;

    /// <summary>
    /// Deepest tree. A chain of binary operators is a tree as deep as the chain is long; visitors go on with a fresh stack where one
    /// does not suffice.
    /// </summary>
    public const int MaxTreeDepth = 20_000;

    /// <summary>Most nodes in a tree.</summary>
    public const int MaxNodes = 200_000;

    /// <summary>Most errors reported for one expression.</summary>
    public const int MaxErrors = 20;
}
