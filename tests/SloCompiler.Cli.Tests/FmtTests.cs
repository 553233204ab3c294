using System.Text;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class FmtTests
{
    private const string Messy = "groups:\n- name: g # why\n  rules:\n  - record: r\n    expr: sum( up )\n";
    private const string Clean = "groups:\n  - name: g # why\n    rules:\n      - record: r\n        expr: sum(up)\n";

    [Fact]
    public void Files_are_formatted_in_place_and_listed()
    {
        using var folder = new TempFolder();
        folder.Write("rules.yml", Messy);
        var result = SloCommand.Run(folder.FullPath, "fmt", "rules.yml").ShouldSucceed();
        Assert.Equal("rules.yml\n", result.Output);
        Assert.Equal("1 file formatted, 0 unchanged.\n", result.Error);
        Assert.Equal(Clean, folder.Read("rules.yml"));
        Assert.Equal("", SloCommand.Run(folder.FullPath, "fmt", "rules.yml").ShouldSucceed().Output);
    }

    [Fact]
    public void Check_lists_what_would_change_and_writes_nothing()
    {
        using var folder = new TempFolder();
        folder.Write("a/rules.yml", Messy);
        folder.Write("a/clean.yml", Clean);
        folder.Write("a/values.yaml", "other:   things\n");
        var result = SloCommand.Run(folder.FullPath, "fmt", "--check", "a").ShouldExitWith(1);
        Assert.Equal("a/rules.yml\n", result.Output);
        Assert.Equal("1 file would change, 1 unchanged.\n", result.Error);
        Assert.Equal(Messy, folder.Read("a/rules.yml"));
        SloCommand.Run(folder.FullPath, "fmt", "--check", "a/clean.yml").ShouldSucceed();
    }

    [Fact]
    public void Diff_shows_what_would_change_and_writes_nothing()
    {
        using var folder = new TempFolder();
        folder.Write("rules.yml", "groups:\n  - name: g\n    rules:\n      - record: r\n        expr: sum( up )\n");
        var result = SloCommand.Run(folder.FullPath, "fmt", "--diff", "rules.yml").ShouldExitWith(1);
        Assert.Equal(
            "--- rules.yml\n+++ rules.yml (formatted)\n@@ -2,4 +2,4 @@\n   - name: g\n     rules:\n       - record: r\n"
            + "-        expr: sum( up )\n+        expr: sum(up)\n",
            result.Output);
        Assert.Contains("sum( up )", folder.Read("rules.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_paths_the_project_is_formatted_and_what_is_compiled_is_left_to_the_compiler()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo.yaml", "version:   slo-project/v1\n");
        folder.Write("slo-specs/edge.metrics.yaml", "version: metrics/v1\nmetrics:   {}\n");
        folder.Write("rules/a.yml", Messy);
        folder.Write("values.yaml", "other:   things\n");
        folder.Write("generated/prometheus/x.rules.yml", $"# Do not edit: change the spec and run slo compile.\n{Messy}");
        var result = SloCommand.Run(folder.FullPath, "fmt", "--check");
        Assert.Equal("rules/a.yml\nslo-specs/edge.metrics.yaml\nslo-specs/edge.slo.yaml\nslo.yaml\n", result.Output);
    }

    [Fact]
    public void Standard_input_becomes_standard_output()
    {
        using var folder = new TempFolder();
        Assert.Equal(Clean, Pipe(folder, Messy, "fmt", "-").ShouldSucceed().Output);
        Assert.Equal("", Pipe(folder, Clean, "fmt", "--check", "-").ShouldSucceed().Output);
        Pipe(folder, Messy, "fmt", "--check", "-").ShouldExitWith(1);
        Assert.Equal("sum(up) # all\n", Pipe(folder, "sum( up ) # all", "fmt", "--promql", "-").ShouldSucceed().Output);
        Assert.Equal("sum(up)\n", Pipe(folder, "sum( up )", "fmt", "-", "--stdin-filename", "a.promql").ShouldSucceed().Output);
    }

    [Fact]
    public void What_is_wrong_with_standard_input_is_said_on_standard_error()
    {
        using var folder = new TempFolder();
        var result = Pipe(folder, "groups: [\n", "fmt", "-", "--stdin-filename", "rules/a.yml").ShouldExitWith(1);
        Assert.Equal("groups: [\n", result.Output);
        Assert.StartsWith("rules/a.yml:1:9: error[SLO004 ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_that_does_not_parse_fails_and_the_rest_is_formatted()
    {
        using var folder = new TempFolder();
        folder.Write("rules.yml", Messy + "  - record: s\n    expr: sum( up\n");
        var result = SloCommand.Run(folder.FullPath, "fmt", "rules.yml").ShouldExitWith(1);
        Assert.Contains("rules.yml:7:", result.Output, StringComparison.Ordinal);
        Assert.Equal(Clean + "      - record: s\n        expr: sum( up\n", folder.Read("rules.yml"));
    }

    [Theory]
    [InlineData("not-utf8", 1)]
    [InlineData("binary", 1)]
    [InlineData("huge", 1)]
    [InlineData("missing", 2)]
    public void Files_that_cannot_be_read_are_reported_and_stay(string kind, int exitCode)
    {
        using var folder = new TempFolder();
        byte[] content = kind switch
        {
            "not-utf8" => [.. Encoding.UTF8.GetBytes(Messy), 0xff, 0xfe],
            "binary" => [0, 1, 2, 3],
            _ => [.. Enumerable.Repeat((byte)'#', (16 * 1024 * 1024) + 1)],
        };
        if (kind != "missing")
        {
            folder.WriteBytes("bad.yml", content);
        }

        folder.Write("good.yml", Messy);
        var result = SloCommand.Run(folder.FullPath, "fmt", "bad.yml", "good.yml").ShouldExitWith(exitCode);
        Assert.StartsWith("bad.yml:", result.Output, StringComparison.Ordinal);
        Assert.Equal(Clean, folder.Read("good.yml"));
        Assert.True(kind == "missing" || File.ReadAllBytes(folder.PathOf("bad.yml")).SequenceEqual(content));
    }

    [Theory]
    [InlineData("fmt", "-", "rules.yml")]
    [InlineData("fmt", "--promql")]
    [InlineData("fmt", "--stdin-filename", "a.yml", "b.yml")]
    [InlineData("fmt", "--chekc")]
    public void Options_that_make_no_sense_are_wrong_usage(params string[] arguments)
    {
        using var folder = new TempFolder();
        SloCommand.Run(folder.FullPath, arguments).ShouldExitWith(2);
    }

    [Fact]
    public void The_repository_is_formatted_as_it_says()
        => SloCommand.Run(Repository.Root, "fmt", "--check", "slo.yaml", "slo-specs", "generated").ShouldSucceed();

    [Fact]
    public void What_init_writes_is_formatted()
    {
        using var folder = new TempFolder();
        SloCommand.Run(folder.FullPath, "init").ShouldSucceed();
        Assert.Equal("", SloCommand.Run(folder.FullPath, "fmt", "--check").ShouldSucceed().Output);
    }

    [PromtoolFact]
    public void Prometheus_reads_the_same_rules_from_what_was_formatted()
    {
        using var folder = new TempFolder();
        foreach (var file in Directory.GetFiles(Repository.PathOf("generated/prometheus"), "*.rules.yml").Order(StringComparer.Ordinal))
        {
            // Indentation that only PyYAML and go-yaml write, and expressions on one line.
            var text = File.ReadAllText(file).Replace("  - ", "-   ", StringComparison.Ordinal);
            var path = folder.Write(Path.GetFileName(file), text);
            var before = Promtool.CheckRules(path);
            SloCommand.Run(folder.FullPath, "fmt", path);
            Assert.Equal(before.Output, Promtool.CheckRules(path).Output);
        }
    }

    private static ToolResult Pipe(TempFolder folder, string input, params string[] arguments)
        => SloCommand.Pipe(folder.FullPath, input, arguments);
}
