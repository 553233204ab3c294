using System.Collections.Immutable;
using System.Text;
using SloCompiler.Files;
using SloCompiler.Text.Paths;

namespace SloCompiler.Core;

/// <summary>What a run gave. The same for the same project, day and options.</summary>
public sealed record SloResult
{
    /// <summary>The generated files by ordinal order of their paths; none where there is an error, and none of a check.</summary>
    public required ImmutableArray<SloText> Files { get; init; }

    /// <summary>What is wrong, in the order of files and lines.</summary>
    public required ImmutableArray<SloFinding> Findings { get; init; }

    /// <summary>Whether something is certainly broken.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == SloSeverity.Error);

    /// <summary>Writes the generated files below a folder, each as a whole. Other files in the folder stay as they are.</summary>
    /// <param name="folder">The folder; it is made where it is missing.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void WriteTo(string folder)
    {
        var disk = new PhysicalFileSystem();
        var root = PathText.Combine(disk.WorkingFolder, folder);
        foreach (var file in Files)
        {
            if (disk.Write(PathText.Combine(root, file.Path), Encoding.UTF8.GetBytes(file.Content)) is { } problem)
            {
                throw new IOException($"{PathText.Combine(folder, file.Path)} {problem.Message}.");
            }
        }
    }

    internal static SloResult Of(CompilationResult result) => new()
    {
        Files = [.. result.Files.Select(f => new SloText(f.Path, f.Text))],
        Findings = [.. result.Diagnostics.Select(SloFinding.Of)],
    };
}
