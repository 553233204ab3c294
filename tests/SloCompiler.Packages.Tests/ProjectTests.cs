using SloCompiler.Core;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Packages.Tests;

public sealed class ProjectTests
{
    private const string Rules = """
        groups:
          - name: a
            rules:
              - alert: A
                expr: sum( > 1

        """;

    private const string Spec = """
        version: slo/v1
        service: edge
        slos:
          - name: availability
            objective: 99.9%
            sli:
              events:
                bad: errors_total
                total: requests_total
            alerts:
              page: { runbook: https://runbooks.example.org/edge }
              ticket: { runbook: https://runbooks.example.org/edge }

        """;

    [Fact]
    public void Settings_among_the_texts_say_what_is_read_and_generated()
    {
        var project = SloProject.OfTexts(
            new SloText("slo.yaml", "version: slo-project/v1\nspecs: [\"specs/*.yaml\"]\ntargets: [prometheus]\n"),
            new SloText("specs/edge.yaml", Spec),
            new SloText("elsewhere/broken.slo.yaml", "version: ["));
        var result = project.Compile();
        Assert.Empty(result.Findings.Where(f => f.Severity == SloSeverity.Error));
        Assert.Contains(result.Files, f => f.Path == "prometheus/edge.rules.yml");
        Assert.DoesNotContain(result.Files, f => f.Path.StartsWith("grafana/", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_choose_targets_and_paths()
    {
        var project = SloProject.OfTexts(new SloText("edge.slo.yaml", Spec), new SloText("a.rules.yml", Rules));
        var targets = project.Compile(new SloOptions { Paths = ["edge.slo.yaml"], Targets = ["prometheus"] }).Files.Select(f => f.Path.Split('/')[0]).Distinct();
        Assert.Equal(["prometheus"], targets);
        Assert.DoesNotContain(project.Check(new SloOptions { Paths = ["edge.slo.yaml"] }).Findings, f => f.Path == "a.rules.yml");
        Assert.Contains(project.Check(new SloOptions { Paths = ["a.rules.yml"] }).Findings, f => f.Path == "a.rules.yml" && f.Line == 5);
    }

    [Fact]
    public void An_error_anywhere_leaves_no_files()
    {
        var result = SloProject.OfTexts(new SloText("edge.slo.yaml", Spec), new SloText("other.slo.yaml", Spec.Replace("99.9%", "0", StringComparison.Ordinal))).Compile();
        Assert.True(result.HasErrors);
        Assert.Empty(result.Files);
    }

    [Fact]
    public void Texts_compile_to_what_the_same_files_compile_to()
    {
        using var folder = new TempFolder();
        folder.Write("slo-specs/edge.slo.yaml", Spec);
        var inMemory = SloProject.OfTexts(new SloText("slo.yaml", "version: slo-project/v1\n"), new SloText("slo-specs/edge.slo.yaml", Spec)).Compile();
        folder.Write("slo.yaml", "version: slo-project/v1\n");
        var onDisk = SloProject.InFolder(folder.FullPath).Compile();
        Assert.NotEmpty(onDisk.Files);
        Assert.Equal(onDisk.Files.Select(f => f.Path), inMemory.Files.Select(f => f.Path));
        Assert.All(onDisk.Files.Zip(inMemory.Files), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
        Assert.Equal(onDisk.Findings.Select(f => f.ToString()), inMemory.Findings.Select(f => f.ToString()));
    }

    [Fact]
    public void What_is_written_is_what_was_compiled_and_a_file_in_the_way_is_named()
    {
        using var folder = new TempFolder();
        var result = SloProject.OfTexts(new SloText("edge.slo.yaml", Spec)).Compile();
        result.WriteTo(folder.PathOf("out"));
        Assert.All(result.Files, f => Assert.Equal(f.Content, folder.Read($"out/{f.Path}")));

        folder.Write("blocked/prometheus", "a file");
        var problem = Assert.Throws<IOException>(() => result.WriteTo(folder.PathOf("blocked")));
        Assert.Contains("prometheus", problem.Message, StringComparison.Ordinal);
    }
}
