using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Packages.Tests;

public sealed class SampleTests
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "CompileAndCheck.dll");

    [Fact]
    public void The_sample_says_what_it_compiles_and_what_it_refuses()
        => Assert.Equal(Expected, Tool.Run("dotnet", [Sample]).ShouldSucceed().Output.ReplaceLineEndings("\n"));

    [Fact]
    public void The_sample_compiles_a_project_on_disk_as_the_command_does()
    {
        using var folder = new TempFolder();
        var output = Tool.Run("dotnet", [Sample, Repository.Root, folder.FullPath]).ShouldSucceed().Output;
        Assert.Contains("files written to", output, StringComparison.Ordinal);
        var rules = folder.Files().Where(f => f.EndsWith(".rules.yml", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, f => Assert.Equal(File.ReadAllText(Repository.PathOf($"generated/{f}")), folder.Read(f)));
    }

    internal static string Expected => """
        8 files:
          alertmanager/slo.tmpl
          alertmanager/slo.yml
          catalog.json
          grafana/edge.json
          grafana/overview.json
          grafana/provisioning.yml
          prometheus/edge.rules.yml
          prometheus/tests/edge.test.yml
        0 files of the broken spec:
          edge.slo.yaml:5:16: error SLO202 objective-out-of-range: `101%` is not between 0 % and 100 %.
        api.rules.yml, line 5: unclosed left parenthesis Add the closing `)`.

        """;
}
