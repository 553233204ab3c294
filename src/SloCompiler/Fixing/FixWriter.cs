using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Formatting;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Fixing;

/// <summary>Replaces files by their fixed text, each as a whole, and only if it is still the file that was checked.</summary>
public static class FixWriter
{
    /// <summary>Writes what fixes change, and returns the files that were written.</summary>
    /// <param name="result">What fixing gave.</param>
    /// <param name="files">Where to write.</param>
    /// <param name="diagnostics">Takes what could not be written.</param>
    public static ImmutableArray<FormatFile> Write(FixResult result, IFileSystem files, DiagnosticBag diagnostics)
        => [.. result.Files.Where(file => FormatWriter.TryWrite(file, result.Check.Project, files, "slo check --fix", diagnostics))];
}
