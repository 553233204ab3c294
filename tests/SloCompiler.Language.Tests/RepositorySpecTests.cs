using SloCompiler.Language.Metrics;
using SloCompiler.Language.Project;
using SloCompiler.Language.Reading;
using SloCompiler.Testing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Tests;

public sealed class RepositorySpecTests
{
    [Fact]
    public void The_specs_of_the_repository_are_read_without_findings()
    {
        var bag = new DiagnosticBag();
        var config = ProjectConfigReader.Read(new SourceText("slo.yaml", File.ReadAllText(Repository.PathOf("slo.yaml"))), bag);
        var catalogue = MetricsCatalogueReader.Read([.. Sources("*.metrics.yaml")], bag);
        var result = SpecReader.Read([.. Sources("*.slo.yaml")], config, catalogue);

        Assert.Equal([], bag.ToImmutable().Concat(result.Diagnostics).Select(d => $"{d.Span.Source.Path}:{Fixtures.Describe(d)} {d.Message}"));
        Assert.True(result.Specs.Services.Length >= 5);
    }

    private static IEnumerable<SourceText> Sources(string pattern)
        => Directory.GetFiles(Repository.PathOf("slo-specs"), pattern, SearchOption.AllDirectories)
            .Select(f => new SourceText(Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), File.ReadAllText(f)));
}
