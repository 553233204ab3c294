using SloCompiler.BackEnds;

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
/// <param name="File">What the specs give; null for orphans.</param>
public sealed record OutputChange(string Path, OutputChangeKind Kind, OutputFile? File);
