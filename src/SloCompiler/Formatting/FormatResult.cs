using System.Collections.Immutable;
using SloCompiler.Input;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Formatting;

/// <summary>What formatting the files of a run gave.</summary>
/// <param name="Project">The project.</param>
/// <param name="Files">The files by ordinal order of their paths; what could not be read is left out.</param>
/// <param name="Diagnostics">Why files, or expressions in them, are left as they are.</param>
public sealed record FormatResult(ProjectLocation Project, ImmutableArray<FormatFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The files that formatting changes.</summary>
    public IEnumerable<FormatFile> Changed => Files.Where(f => f.IsChanged);
}

/// <summary>A file, as it is and as it should be.</summary>
/// <param name="Path">Path in the project.</param>
/// <param name="OldBytes">The file.</param>
/// <param name="OldText">Its text.</param>
/// <param name="NewText">Its formatted text.</param>
public sealed record FormatFile(string Path, ReadOnlyMemory<byte> OldBytes, string OldText, string NewText)
{
    /// <summary>The formatted file.</summary>
    public byte[] NewBytes { get; } = System.Text.Encoding.UTF8.GetBytes(NewText);

    /// <summary>Whether a byte differs.</summary>
    public bool IsChanged => !OldBytes.Span.SequenceEqual(NewBytes);
}
