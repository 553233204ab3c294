using System.Text.Json;
using SloCompiler.Testing;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.Packages.Tests;

public sealed class GitLabTests
{
    private static readonly IReadOnlyList<YamlMapping> Template = Pipeline.Read("ci-templates/gitlab.yml");

    private static YamlMapping Job => Pipeline.Map(Template[1], "slo");

    [Fact]
    public void Every_input_is_described_and_used_and_every_use_is_an_input()
    {
        var inputs = Pipeline.Map(Pipeline.Map(Template[0], "spec"), "inputs");
        Assert.All(inputs.Entries, i => Assert.NotEmpty(Pipeline.Text(Assert.IsType<YamlMapping>(i.Value), "description")));
        var used = System.Text.RegularExpressions.Regex.Matches(Job.Span.Source.Content, @"\$\[\[ inputs\.([a-z-]+) \]\]").Select(m => m.Groups[1].Value);
        Assert.Equal(inputs.Entries.Select(i => i.Key.Value).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [PackageFact]
    public void The_job_installs_slo_and_reports_what_it_finds_even_where_it_fails()
    {
        using var pipeline = new Pipeline();
        using var scratch = new TempFolder();
        Install(pipeline, scratch);
        var slo = scratch.PathOf("slo/tool/slo");
        pipeline.Run($"{slo} compile", pipeline.Project.FullPath).ShouldSucceed();
        Run(pipeline, scratch).ShouldSucceed();
        Assert.Equal(0, Findings(pipeline));

        pipeline.BreakARule();
        Run(pipeline, scratch).ShouldExitWith(1);
        Assert.Equal(1, Findings(pipeline));
        Run(pipeline, scratch, "SLO_PATHS=slo-specs").ShouldSucceed();

        pipeline.BreakTheSpec();
        Run(pipeline, scratch, "SLO_PATHS=slo-specs").ShouldExitWith(1);
        Run(pipeline, scratch, "SLO_PATHS=slo-specs", "SLO_COMPILE=false").ShouldSucceed();
    }

    private static void Install(Pipeline pipeline, TempFolder scratch)
        => pipeline.Run(Lines("before_script"), pipeline.Project.FullPath, Environment(scratch)).ShouldSucceed();

    private static ToolResult Run(Pipeline pipeline, TempFolder scratch, params string[] inputs)
        => pipeline.Run(Lines("script"), pipeline.Project.FullPath, [.. Environment(scratch), .. inputs]);

    private static string Lines(string key) => string.Join('\n', Pipeline.List(Job, key).Select(Pipeline.Text));

    private static string[] Environment(TempFolder scratch) =>
    [
        $"SLO_REPOSITORY={Repository.Root}", "SLO_REVISION=HEAD", "SLO_PATHS=", "SLO_FAIL_ON=error", "SLO_COMPILE=true", $"SLO_FOLDER={scratch.PathOf("slo")}",
    ];

    private static int Findings(Pipeline pipeline)
    {
        using var report = JsonDocument.Parse(pipeline.Project.Read("slo-code-quality.json"));
        return report.RootElement.EnumerateArray().Count(f => f.GetProperty("location").GetProperty("path").GetString() == "rules/a.yml");
    }
}
