namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>How often a comparison holds.</summary>
public enum Truth
{
    /// <summary>That depends on the data.</summary>
    Sometimes,

    /// <summary>For every sample.</summary>
    Always,

    /// <summary>For no sample.</summary>
    Never,
}

/// <summary>Whether an expression returns anything.</summary>
public enum Presence
{
    /// <summary>That depends on the data.</summary>
    Sometimes,

    /// <summary>At least one sample, whatever the data.</summary>
    Always,

    /// <summary>No sample, whatever the data.</summary>
    Never,
}

/// <summary>Why an expression can return nothing.</summary>
[Flags]
public enum EmptyCauses
{
    /// <summary>It cannot, or it never returns anything.</summary>
    None = 0,

    /// <summary>A selector may find no series.</summary>
    Selector = 1,

    /// <summary>A comparison, <c>and</c> or <c>unless</c> drops samples.</summary>
    Filter = 2,

    /// <summary><c>absent</c> returns only where its argument is empty.</summary>
    Absent = 4,

    /// <summary>The sides of an operator may have no labels in common.</summary>
    Join = 8,

    /// <summary>A function or aggregation drops what it cannot work on.</summary>
    Function = 16,
}
