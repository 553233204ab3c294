using System.Globalization;
using SloCompiler.Checks.Engine;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Tests.Lint;

/// <summary>Alerts that people wrote in the documents of their systems, and all that slo says of them beside the catalogues of the systems.</summary>
public sealed class OperationsTests
{
    private const string Folder = "tests/SloCompiler.Tests/Lint/Operations";

    public static TheoryData<string> Systems =>
        [.. Directory.GetFiles(Repository.PathOf(Folder), "*.yml").Select(p => Path.GetFileNameWithoutExtension(p) ?? "").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Systems))]
    public void The_alerts_of_a_system_get_the_findings_that_they_deserve(string system)
    {
        var specs = Repository.PathOf("slo-specs");
        var catalogues = Directory.GetFiles(specs, "*.metrics.yaml", SearchOption.AllDirectories)
            .Select(p => new ExampleFile($"slo-specs/{Path.GetFileName(p)}", File.ReadAllText(p)));
        ExampleFile[] files =
        [
            new("slo.yaml", File.ReadAllText(Repository.PathOf("slo.yaml")) + "\nrules: [\"*.yml\"]\n"),
            new(system + ".yml", File.ReadAllText(Repository.PathOf($"{Folder}/{system}.yml"))),
        ];
        var findings = LintedProject.FindingsOf(files.Concat(catalogues))
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Span.Start.Line}: {f.Severity.ToString().ToLowerInvariant()}: {f.Descriptor.Name}: {f.Message}\n"));
        Golden.MatchesFile($"{Folder}/{system}.findings.txt", string.Concat(findings), "tests/SloCompiler.Tests");
    }
}
