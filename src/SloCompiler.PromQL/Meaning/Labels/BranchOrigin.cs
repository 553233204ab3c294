namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Where the series of a branch come from.</summary>
public enum BranchOrigin
{
    /// <summary>From stored series.</summary>
    Series,

    /// <summary>From a number: <c>vector(1)</c>, <c>time()</c>, a literal.</summary>
    Scalar,

    /// <summary>From the absence of series.</summary>
    Absence,
}
