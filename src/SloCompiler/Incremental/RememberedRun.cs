using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Output;

namespace SloCompiler.Incremental;

/// <summary>A run that ended well, with all that it depended on: it can be told again without being done again.</summary>
public sealed record RememberedRun
{
    /// <summary>What it saw of the files of the machine, output aside.</summary>
    public required ImmutableArray<Observation> Seen { get; init; }

    /// <summary>The output that must be on disk; null for a run that has none.</summary>
    public RememberedOutput? Output { get; init; }

    /// <summary>What it printed on standard output.</summary>
    public required string Out { get; init; }

    /// <summary>What it would have printed on standard error, had the output been right already; without the time that it took.</summary>
    public required string Error { get; init; }

    /// <summary>Its exit code.</summary>
    public required int ExitCode { get; init; }
}

/// <summary>Output as it must be on disk.</summary>
/// <param name="Target">Where it is.</param>
/// <param name="Files">The files by ordinal order of their paths.</param>
public sealed record RememberedOutput(OutputTarget Target, ImmutableArray<RememberedFile> Files)
{
    /// <summary>The output of a compilation without errors; null for any other.</summary>
    /// <param name="result">The compilation.</param>
    /// <param name="report">What writing it did, with hashes.</param>
    public static RememberedOutput? Of(CompilationResult result, OutputReport report)
        => result.HasErrors || result.Target is not { } target ? null : new RememberedOutput(target, report.Hashes);

    /// <summary>Removes what killed runs left beside the files.</summary>
    public void Sweep(IFileSystem files) => OutputWriter.Sweep(Files.Select(f => f.Path), Target, files);
}

/// <summary>A file of the output.</summary>
/// <param name="Path">Relative to the output folder.</param>
/// <param name="Hash">The hash of its content.</param>
public sealed record RememberedFile(string Path, string Hash);
