namespace SloCompiler.Output;

/// <summary>How a file on disk differs from what the specs give.</summary>
public enum OutputChangeKind
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>Its content differs.</summary>
    Changed,

    /// <summary>It was generated once, and nothing generates it now.</summary>
    Orphaned,
}

/// <summary>A difference between the output folder and the specs.</summary>
/// <param name="Path">Relative to the output folder.</param>
/// <param name="Kind">What differs.</param>
/// <param name="OldText">What is on disk; empty where nothing is.</param>
/// <param name="NewText">What the specs give; empty for orphans.</param>
public sealed record OutputChange(string Path, OutputChangeKind Kind, string OldText, string NewText);
