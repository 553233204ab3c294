using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Faults;

/// <summary>What a project says never makes slo read outside of it.</summary>
public sealed class ProjectBoundaryTests
{
    private const string Secret = "root:x:0:0:secret\n";

    [Theory]
    [InlineData("specs: [\"../outside/*.slo.yaml\"]")]
    [InlineData("specs: [\"slo-specs/../../outside/*\"]")]
    [InlineData("catalogues: [\"../outside/*\"]")]
    [InlineData("rules: [\"../outside/*\"]")]
    [InlineData("dashboards: [\"..\\\\outside\\\\*\"]")]
    [InlineData("specs: [\"/etc/passwd\"]")]
    [InlineData("specs: [\"C:\\\\outside\\\\*\"]")]
    public void Patterns_that_lead_out_are_refused(string setting)
    {
        using var folder = Project(setting);
        AssertRefused(SloCommand.Run(folder.PathOf("project"), "check"));
    }

    [Theory]
    [InlineData("slo-specs/link.slo.yaml")]
    [InlineData("slo-specs/link.metrics.yaml")]
    [InlineData("rules/link.yml")]
    public void Links_to_files_outside_are_refused(string link)
    {
        using var folder = Project("rules: [\"rules/*\"]");
        Directory.CreateDirectory(folder.PathOf("project/rules"));
        File.CreateSymbolicLink(folder.PathOf($"project/{link}"), folder.PathOf("outside/secret.slo.yaml"));
        AssertRefused(SloCommand.Run(folder.PathOf("project"), "check"));
        AssertRefused(SloCommand.Run(folder.PathOf("project"), "check", link));
    }

    [Fact]
    public void Links_within_the_project_are_followed()
    {
        using var folder = Project("");
        File.CreateSymbolicLink(folder.PathOf("project/slo-specs/link.slo.yaml"), "../shared.yaml");
        folder.Write("project/shared.yaml", ExampleProject.Spec("shared"));
        Assert.Contains("2 spec files", SloCommand.Run(folder.PathOf("project"), "check").ShouldSucceed().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_runbook_behind_a_link_that_leads_out_counts_as_missing_and_is_not_written()
    {
        using var folder = Project("runbooks: { files: \"runbooks/{runbook}.md\", url: \"https://r.example.org/{runbook}\" }");
        folder.Write("project/slo-specs/edge.slo.yaml", ExampleProject.Spec().Replace("https://runbooks.example.org/edge", "guide", StringComparison.Ordinal));
        Directory.CreateSymbolicLink(folder.PathOf("project/runbooks"), folder.PathOf("outside"));
        folder.Write("outside/guide.md", "# Guide\n");
        Assert.Contains("runbook-file-missing", SloCommand.Run(folder.PathOf("project"), "check").Output, StringComparison.Ordinal);
        SloCommand.Run(folder.PathOf("project"), "runbook", "sync");
        Assert.Equal("# Guide\n", folder.Read("outside/guide.md"));
    }

    [Fact]
    public void What_is_named_on_the_command_line_is_read_wherever_it_lies()
    {
        using var folder = Project("");
        folder.Write("outside/named.rules.yml", "groups: []\n");
        SloCommand.Run(folder.PathOf("project"), "check", "../outside/named.rules.yml").ShouldSucceed();
    }

    private static TempFolder Project(string setting)
    {
        var folder = new TempFolder();
        folder.Write("outside/secret.slo.yaml", Secret);
        folder.Write("project/slo.yaml", $"version: slo-project/v1\n{setting}\n");
        folder.Write("project/slo-specs/edge.slo.yaml", ExampleProject.Spec());
        return folder;
    }

    private static void AssertRefused(ToolResult result)
    {
        result.ShouldExitWith(2);
        Assert.Contains("input-outside-project", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret\n", result.Output, StringComparison.Ordinal);
    }
}
