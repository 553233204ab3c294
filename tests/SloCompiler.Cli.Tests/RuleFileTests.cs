using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public class RuleFileTests
{
    private const string Good = "groups:\n- name: g\n  rules:\n  - { record: a, expr: up }\n";
    private const string Bad = "groups:\n- name: g\n  source_tenants: [a]\n  rules:\n  - { alert: A, expr: rate(up) }\n";

    [Fact]
    public void A_rule_file_is_checked_without_any_project()
    {
        using var folder = new TempFolder();
        folder.Write("good.yml", Good);
        folder.Write("bad.yml", Bad);

        Assert.Equal(0, SloCommand.Run(folder.FullPath, "check", "good.yml").ExitCode);
        var result = SloCommand.Run(folder.FullPath, "check", "bad.yml").ShouldExitWith(1);
        Assert.Contains("bad.yml:3:3: error[SLO061", result.Output, StringComparison.Ordinal);
        Assert.Contains("bad.yml:5:28: error[SLO301", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_searched_for_rule_files_and_everything_else_in_it_is_left_alone()
    {
        using var folder = new TempFolder();
        folder.Write("rules/bad.yml", Bad);
        folder.Write("rules/other.yml", "a: [");
        folder.Write("rules/other.json", "{}");

        var result = SloCommand.Run(folder.FullPath, "check", "rules").ShouldExitWith(1);
        Assert.Contains("rules/bad.yml:3:3", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("other.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_project_names_its_rule_files_and_whose_they_are()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo.yaml", "version: slo-project/v1\nrules: [\"rules/*.yml\"]\ndialect: mimir\n");
        folder.Write("rules/bad.yml", Bad);

        var result = SloCommand.Run(folder.FullPath, "check").ShouldExitWith(1);
        Assert.DoesNotContain("SLO061", result.Output, StringComparison.Ordinal);
        Assert.Contains("rules/bad.yml:5:28", result.Output, StringComparison.Ordinal);
    }
}
