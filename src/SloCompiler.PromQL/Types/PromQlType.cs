namespace SloCompiler.PromQL.Types;

/// <summary>The types of PromQL values.</summary>
public enum PromQlType
{
    /// <summary>A number.</summary>
    Scalar,

    /// <summary>One sample per series, all at one time.</summary>
    InstantVector,

    /// <summary>A range of samples per series.</summary>
    RangeVector,

    /// <summary>A text.</summary>
    String,
}
