using SloCompiler.Testing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.Tests;

public sealed class ActionTests
{
    private static readonly YamlMapping Action = Read("action.yml");

    [Fact]
    public void The_action_is_composite_and_every_step_can_run()
    {
        Assert.NotEmpty(Text(Action, "name"));
        Assert.NotEmpty(Text(Action, "description"));
        var runs = Assert.IsType<YamlMapping>(Action.Find("runs")?.Value);
        Assert.Equal("composite", Text(runs, "using"));
        Assert.All(Steps, step => Assert.True(
            step.Find("uses") is not null || (step.Find("run") is not null && Text(step, "shell") == "bash"),
            $"line {step.Span.Start.Line}: a step of a composite action uses an action, or runs in a shell that it names"));
    }

    [Fact]
    public void The_action_checks_and_compiles_with_the_tool_that_it_installs()
    {
        var commands = Steps.Where(s => s.Find("run") is not null).Select(s => Text(s, "run")).ToList();
        Assert.Contains(commands, c => c.Contains("dotnet tool install SloCompiler", StringComparison.Ordinal));
        Assert.Contains(commands, c => c.StartsWith("slo check --format github", StringComparison.Ordinal));
        Assert.Contains("slo compile --check", commands);
    }

    [Fact]
    public void Inputs_reach_the_shell_through_its_environment_only()
    {
        Assert.All(Steps.Where(s => s.Find("run") is not null), step => Assert.DoesNotContain("${{", Text(step, "run"), StringComparison.Ordinal));
        var inputs = Assert.IsType<YamlMapping>(Action.Find("inputs")?.Value);
        var content = Action.Span.Source.Content;
        Assert.All(inputs.Entries, input => Assert.Contains($"inputs.{input.Key.Value}", content, StringComparison.Ordinal));
    }

    [Fact]
    public void The_hooks_are_the_three_that_the_readme_names()
    {
        var source = new SourceText(".pre-commit-hooks.yaml", File.ReadAllText(Repository.PathOf(".pre-commit-hooks.yaml")));
        var hooks = Assert.IsType<YamlSequence>(Assert.Single(YamlReader.Read(source, new DiagnosticBag())).Root).Items.OfType<YamlMapping>().ToList();
        Assert.Equal(["slo-check", "slo-compile", "slo-fmt"], hooks.Select(h => Text(h, "id")));
        Assert.All(hooks, hook => Assert.Equal("dotnet", Text(hook, "language")));
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        Assert.All(hooks, hook => Assert.Contains($"id: {Text(hook, "id")}", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<YamlMapping> Steps
        => Assert.IsType<YamlSequence>(Assert.IsType<YamlMapping>(Action.Find("runs")?.Value).Find("steps")?.Value).Items.Cast<YamlMapping>();

    private static YamlMapping Read(string path)
    {
        var findings = new DiagnosticBag();
        var document = Assert.Single(YamlReader.Read(new SourceText(path, File.ReadAllText(Repository.PathOf(path))), findings));
        Assert.Empty(findings.ToImmutable());
        return Assert.IsType<YamlMapping>(document.Root);
    }

    private static string Text(YamlMapping mapping, string key) => Assert.IsType<YamlScalar>(mapping.Find(key)?.Value).Value;
}
