using System.Collections.Immutable;
using SloCompiler.Checks.Engine;
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
    public static ImmutableArray<Diagnostic> FindingsOf(params IEnumerable<ExampleFile> files)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["slo.yaml"] = Settings };
        foreach (var file in files)
        {
            texts[file.Path] = file.Text;
        }

        var request = new CompilationRequest { Generate = false, CheckRules = true, Threads = 1 };
        return Compilation.Run(request, new MemoryFiles(texts), TimeProvider.System).Diagnostics;
    }
}
