using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class InitTests
{
    private static readonly string[] All =
    [
        ".github/workflows/slo.yml",
        ".pre-commit-config.yaml",
        "slo-specs/example.metrics.yaml",
        "slo-specs/example.slo.yaml",
        "slo-specs/runbooks/example-availability.md",
        "slo.yaml",
    ];

    [PromtoolFact]
    public void What_init_writes_is_clean_by_every_measure()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, SloCommand.Run(folder.FullPath, "init").ExitCode);
        Assert.Equal(All, folder.Files());
        string[][] clean = [["check", "--fail-on", "info"], ["fmt", "--check"], ["compile"], ["compile", "--check"], ["runbook", "check"]];
        foreach (var command in clean)
        {
            var result = InProcess.Run(folder, command);
            Assert.True(result.ExitCode == 0 || command[0] == "runbook", result.Output + result.Error);
        }

        Promtool.CheckRules(folder.PathOf("generated/prometheus/example.rules.yml")).ShouldSucceed();
        Promtool.TestRules(folder.PathOf("generated/prometheus/tests/example.test.yml")).ShouldSucceed();
        var before = folder.Files().ToDictionary(f => f, folder.Read, StringComparer.Ordinal);
        Assert.Contains("nothing was written", InProcess.Run(folder, "init").ShouldSucceed().Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Files().ToDictionary(f => f, folder.Read, StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_has_some_of_the_files_keeps_them()
    {
        using var folder = new TempFolder();
        folder.Write("slo.yaml", "version: slo-project/v1\nrunbooks: { url: 'https://wiki.example.org/{service}/{runbook}' }\n");
        folder.Write(".pre-commit-config.yaml", "repos: []\n");
        folder.Write(".gitlab-ci.yml", "stages: [test]\n");
        var result = InProcess.Run(folder, "init").ShouldSucceed();
        Assert.Equal("slo-specs/example.slo.yaml\nslo-specs/example.metrics.yaml\n.gitlab/slo.gitlab-ci.yml\n", result.Output);
        Assert.StartsWith("Left as they are: slo.yaml, .pre-commit-config.yaml.\n", result.Error, StringComparison.Ordinal);
        Assert.Equal("repos: []\n", folder.Read(".pre-commit-config.yaml"));
        Assert.Equal(0, InProcess.Run(folder, "check", "--fail-on", "info").ExitCode);
        Assert.Equal("", InProcess.Run(folder, "init").ShouldSucceed().Output);
    }

    [Fact]
    public void A_project_with_specs_of_its_own_gets_no_example()
    {
        using var folder = ExampleProject.Create();
        Assert.Equal(".pre-commit-config.yaml\n.github/workflows/slo.yml\n", InProcess.Run(folder, "init").ShouldSucceed().Output);
    }

    [Fact]
    public void Runbooks_go_where_the_settings_want_them()
    {
        using var folder = new TempFolder();
        folder.Write("slo.yaml", "runbooks: { files: 'docs/{service}/{runbook}.md', url: 'https://docs.example.org/{service}/{runbook}' }\n");
        Assert.Contains("docs/example/example-availability.md\n", InProcess.Run(folder, "init").ShouldSucceed().Output, StringComparison.Ordinal);
        Assert.Equal(0, InProcess.Run(folder, "check", "--fail-on", "info").ExitCode);
    }

    [GitFact]
    public void Hooks_and_pipelines_go_into_the_root_of_a_repository_only()
    {
        using var folder = new TempFolder();
        Tool.Run("git", ["init", "--quiet"], folder.FullPath).ShouldSucceed();
        Directory.CreateDirectory(folder.PathOf("slos"));
        Assert.Equal(0, SloCommand.Run(folder.PathOf("slos"), "init").ExitCode);
        Assert.DoesNotContain(folder.Files(), f => f.StartsWith("slos/.", StringComparison.Ordinal));
        Assert.Equal(0, SloCommand.Run(folder.FullPath, "init").ExitCode);
        Assert.Contains(".github/workflows/slo.yml", folder.Files());
    }

    [Theory]
    [InlineData("slo.yaml", "{}\n", "inner", "../slo.yaml has the settings of this folder already")]
    [InlineData("slo.yaml", "mine\n", ".", "slo.yaml is there, but cannot be read")]
    public void Where_init_would_do_harm_it_says_so(string path, string text, string where, string expected)
    {
        using var folder = new TempFolder();
        folder.Write(path, text);
        Directory.CreateDirectory(folder.PathOf(where));
        var result = SloCommand.Run(folder.PathOf(where), "init");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Single(folder.Files());
    }

    [PreCommitFact]
    public void The_hooks_of_init_run()
    {
        using var folder = new TempFolder();
        using var cache = new TempFolder();
        InProcess.Run(folder, "init").ShouldSucceed();
        InProcess.Run(folder, "compile").ShouldSucceed();
        cache.Write("bin/slo", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "slo.dll")}' \"$@\"\n");
        Tool.Run("chmod", ["u+x", cache.PathOf("bin/slo")]).ShouldSucceed();
        Tool.Run("git", ["init", "--quiet"], folder.FullPath).ShouldSucceed();
        Tool.Run("git", ["add", "--all"], folder.FullPath).ShouldSucceed();
        var path = $"{cache.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        var result = Tool.Run("env", [$"PATH={path}", $"PRE_COMMIT_HOME={cache.PathOf("pre-commit")}", "pre-commit", "run", "--all-files"], folder.FullPath);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Equal(3, result.Output.Split("Passed").Length - 1);
    }
}
