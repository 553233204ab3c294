using SloCompiler.Testing;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.Packages.Tests;

public sealed class GitHubTests
{
    private static readonly YamlMapping Action = Pipeline.Read("action.yml")[0];

    [PackageFact]
    public void The_action_installs_slo_and_annotates_what_it_finds()
    {
        using var pipeline = new Pipeline();
        using var runner = new TempFolder();
        Step(pipeline, runner, "Install slo").ShouldSucceed();
        pipeline.ExtraPath = runner.Read("path").Trim() + ":";
        pipeline.Run("slo compile", pipeline.Project.FullPath).ShouldSucceed();
        Step(pipeline, runner, "slo check").ShouldSucceed();
        Step(pipeline, runner, "slo compile --check").ShouldSucceed();

        pipeline.BreakARule();
        pipeline.BreakTheSpec();
        var annotated = Step(pipeline, runner, "slo check").ShouldExitWith(1).Output;
        Assert.Contains("::error file=rules/a.yml,line=5", annotated, StringComparison.Ordinal);
        Step(pipeline, runner, "slo check", "PATHS=slo-specs slo.yaml").ShouldSucceed();
        Step(pipeline, runner, "slo compile --check").ShouldExitWith(1);
    }

    private static ToolResult Step(Pipeline pipeline, TempFolder runner, string name, params string[] inputs)
    {
        var step = Pipeline.List(Pipeline.Map(Action, "runs"), "steps").Cast<YamlMapping>().Single(s => Pipeline.Text(s, "name") == name);
        var folder = step.Find("working-directory") is null ? pipeline.Project.FullPath : Repository.Root;
        return pipeline.Run(Pipeline.Text(step, "run"), folder, [$"RUNNER_TEMP={runner.FullPath}", $"GITHUB_PATH={runner.PathOf("path")}", "PATHS=", "FAIL_ON=error", .. inputs]);
    }
}
