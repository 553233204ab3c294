using System.Globalization;
using SloCompiler.Checks.Engine;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Tests.Lint;

/// <summary>Alerts that people wrote in the documents of their systems, and all that slo says of them.</summary>
public sealed class OperationsTests
{
    private const string Folder = "tests/SloCompiler.Tests/Lint/Operations";

    public static TheoryData<string> Systems =>
        [.. Directory.GetFiles(Repository.PathOf(Folder), "*.yml").Select(p => Path.GetFileNameWithoutExtension(p) ?? "").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Systems))]
    public void The_alerts_of_a_system_get_the_findings_that_they_deserve(string system)
    {
        var rules = File.ReadAllText(Repository.PathOf($"{Folder}/{system}.yml"));
        var findings = LintedProject.FindingsOf(new ExampleFile(system + ".yml", rules))
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Span.Start.Line}: {f.Severity.ToString().ToLowerInvariant()}: {f.Descriptor.Name}: {f.Message}\n"));
        Golden.MatchesFile($"{Folder}/{system}.findings.txt", string.Concat(findings), "tests/SloCompiler.Tests");
    }
}
