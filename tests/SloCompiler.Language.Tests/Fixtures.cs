using System.Collections.Immutable;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Language.Reading;
using SloCompiler.PromQL;
using SloCompiler.Testing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Tests;

/// <summary>The project that specs of tests belong to.</summary>
internal static class Fixtures
{
    public static ProjectConfig Config { get; } = ReadProject(
        """
        severities: { info: P5 }
        external_labels: { cluster: eu-1 }
        burn_policies:
          strict: { page: [1% in 1h] }
        """);

    public static MetricsCatalogue Catalogue { get; } = ReadMetrics(
        """
        version: metrics/v1
        metrics:
          known_ms: { type: histogram, unit: milliseconds }
          rpc_native: { type: native_histogram, unit: s }
        """);

    public static string Good(string name) => File.ReadAllText(Repository.PathOf("tests/SloCompiler.Language.Tests/Good/" + name));

    public static SpecReadResult Read(params ImmutableArray<string> texts)
        => SpecReader.Read([.. texts.Select((t, i) => new SourceText($"{i}.slo.yaml", t))], Config, Catalogue);

    public static ServiceSpec ReadService(string text)
    {
        var result = Read(text);
        Assert.Equal([], result.Diagnostics.Select(Describe));
        return Assert.Single(result.Specs.Services);
    }

    public static SloSpec ReadSlo(string slo) => Assert.Single(ReadService($"version: slo/v1\nservice: edge\nslos:\n{slo}\n").Slos);

    public static (ProjectConfig Config, ImmutableArray<Diagnostic> Diagnostics) ReadProjectWithFindings(string text)
    {
        var bag = new DiagnosticBag();
        var config = ProjectConfigReader.Read(new SourceText("slo.yaml", text), bag);
        return (config, bag.ToImmutable());
    }

    public static (MetricsCatalogue Catalogue, ImmutableArray<Diagnostic> Diagnostics) ReadMetricsWithFindings(params ImmutableArray<string> texts)
    {
        var bag = new DiagnosticBag();
        var catalogue = MetricsCatalogueReader.Read([.. texts.Select((t, i) => new SourceText($"{i}.metrics.yaml", t))], bag);
        return (catalogue, bag.ToImmutable());
    }

    public static string Describe(Diagnostic diagnostic)
    {
        var start = diagnostic.Span.Start;
        return $"{start.Line}:{start.Column} {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Descriptor.Name}";
    }

    public static PrometheusDuration Duration(string text)
        => PrometheusDuration.TryParse(text, out var duration) ? duration : throw new ArgumentException(text, nameof(text));

    private static ProjectConfig ReadProject(string text) => ReadProjectWithFindings(text).Config;

    private static MetricsCatalogue ReadMetrics(string text) => ReadMetricsWithFindings(text).Catalogue;
}
