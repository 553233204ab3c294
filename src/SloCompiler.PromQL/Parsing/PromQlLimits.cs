namespace SloCompiler.PromQL.Parsing;

/// <summary>What the parser refuses, so that no input can exhaust the stack, the memory or a reader's patience.</summary>
public static class PromQlLimits
{
    /// <summary>Longest expression, in UTF-16 units.</summary>
    public const int MaxLength = 100_000;

    /// <summary>Deepest nesting of parentheses, calls, signs and powers.</summary>
    public const int MaxNesting = 200;

    /// <summary>
    /// Deepest tree. A chain of binary operators is a tree as deep as the chain is long; at this depth every recursive visitor
    /// is safe on a stack of 1 MB.
    /// </summary>
    public const int MaxTreeDepth = 1_000;

    /// <summary>Most nodes in a tree.</summary>
    public const int MaxNodes = 50_000;

    /// <summary>Most errors reported for one expression.</summary>
    public const int MaxErrors = 20;
}
