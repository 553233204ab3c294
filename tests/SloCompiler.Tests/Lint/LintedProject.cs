using System.Collections.Immutable;
using SloCompiler.Checking;
using SloCompiler.Checks.Engine;
using SloCompiler.Files;
using SloCompiler.Fixing;
using SloCompiler.Processes;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Tests.Lint;

/// <summary>Checks a project that exists in memory only.</summary>
internal static class LintedProject
{
    private const string Settings = """
        version: slo-project/v1
        specs: ["**/*.slo.yaml"]
        catalogues: ["**/*.metrics.yaml"]
        rules: ["**/*.yml"]
        dashboards: ["**/*.json"]

        """;

    /// <summary>What slo reports of some files; a file <c>slo.yaml</c> among them replaces the settings.</summary>
    public static ImmutableArray<Diagnostic> FindingsOf(params IEnumerable<ExampleFile> files) => Check(FilesOf(files)).Diagnostics;

    /// <summary>A machine with some files, and settings that find them.</summary>
    public static MemoryFiles FilesOf(params IEnumerable<ExampleFile> files)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["slo.yaml"] = Settings };
        foreach (var file in files)
        {
            texts[file.Path] = file.Text;
        }

        return new MemoryFiles(texts);
    }

    /// <summary>What a check gives.</summary>
    /// <param name="files">The machine.</param>
    /// <param name="clock">The time; null for now.</param>
    public static CompilationResult Check(IFileSystem files, TimeProvider? clock = null)
        => Compilation.Run(RequestFor([]), files, clock ?? TimeProvider.System);

    /// <summary>What fixing gives.</summary>
    /// <param name="files">The machine.</param>
    /// <param name="most">The least safe fixes that are wanted.</param>
    /// <param name="paths">The files to check; none for all.</param>
    public static FixResult Fix(IFileSystem files, FixSafety most, params ImmutableArray<string> paths)
        => FixRunner.Run(files, f => new CheckRun(f, new SystemProcessRunner(), TimeProvider.System), new CheckRequest { Compilation = RequestFor(paths) }, most);

    private static CompilationRequest RequestFor(ImmutableArray<string> paths)
        => new() { Generate = false, CheckRules = true, WithProject = true, Threads = 1, Paths = paths };
}
