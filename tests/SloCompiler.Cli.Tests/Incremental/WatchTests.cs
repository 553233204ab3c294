using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Incremental;

/// <summary>The command as a process, waited for by what it says.</summary>
public sealed class WatchTests
{
    private const string Watching = "Ctrl+C ends";

    [Fact]
    public async Task It_compiles_what_changed_says_so_and_ends_well_with_Ctrl_C()
    {
        using var folder = ExampleProject.Create();
        using var command = WatchedCommand.Start(folder);
        Assert.Contains("generated: ", await command.Hears("written"), StringComparison.Ordinal);
        await command.Hears(Watching);
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.5%"));
        await command.Hears($"{ExampleProject.SpecPath} changed: generated: ");
        await command.Hears("wrote generated/prometheus/edge.rules.yml");
        folder.Write("slo-specs/billing.slo.yaml", ExampleProject.Spec("billing"));
        await command.Hears("slo-specs/billing.slo.yaml changed");
        await command.Hears("wrote generated/prometheus/billing.rules.yml");
        File.Delete(folder.PathOf("slo-specs/billing.slo.yaml"));
        await command.Hears("slo-specs/billing.slo.yaml changed");
        await command.Hears("removed generated/prometheus/billing.rules.yml");
        folder.Write("slo.yaml", "version: slo-project/v1\ntargets: [prometheus]\n");
        await command.Hears("slo.yaml changed");
        folder.Write("slo-specs/all.metrics.yaml", "version: metrics/v1\nmetrics:\n  other_total: { type: counter }\n");
        await command.Hears("slo-specs/all.metrics.yaml changed");
        Assert.Equal(0, command.Interrupt());
        AssertOutputIsWhole(folder);
    }

    [Fact]
    public async Task It_survives_broken_specs_and_folders_that_go_and_come()
    {
        using var folder = ExampleProject.Create();
        using var command = WatchedCommand.Start(folder);
        await command.Hears(Watching);
        folder.Write(ExampleProject.SpecPath, "version: slo/v1\nservice: [");
        await command.Hears("1 error");
        Assert.Contains($"{ExampleProject.SpecPath}:2:10: error[", command.Findings, StringComparison.Ordinal);
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.1%"));
        await command.Hears(" written");
        for (var round = 2; round < 4; round++)
        {
            Directory.Delete(folder.PathOf("slo-specs"), recursive: true);
            await command.Hears("1 error");
            folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: $"99.{round}%"));
            await command.Hears(" written");
        }

        Directory.Delete(folder.PathOf("generated"), recursive: true);
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.7%"));
        await command.Hears(" written");
        Assert.Equal(0, command.Interrupt());
        AssertOutputIsWhole(folder);
    }

    [Fact]
    public async Task It_sees_files_that_editors_replace_and_files_that_appear_and_vanish_do_not_keep_it_busy()
    {
        using var folder = ExampleProject.Create();
        using var command = WatchedCommand.Start(folder);
        await command.Hears(Watching);
        folder.Write("slo-specs/.edge.slo.yaml.swp", ExampleProject.Spec(objective: "99.5%"));
        File.Move(folder.PathOf(ExampleProject.SpecPath), folder.PathOf($"{ExampleProject.SpecPath}~"));
        File.Move(folder.PathOf("slo-specs/.edge.slo.yaml.swp"), folder.PathOf(ExampleProject.SpecPath));
        File.Delete(folder.PathOf($"{ExampleProject.SpecPath}~"));
        await command.Hears("wrote generated/prometheus/edge.rules.yml");
        for (var i = 0; i < 200; i++)
        {
            File.Delete(folder.Write($"slo-specs/{i}.tmp", "appears and vanishes"));
            folder.Write("build.log", $"line {i}");
        }

        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.6%"));
        await command.Hears($"{ExampleProject.SpecPath} changed");
        Assert.Equal(0, command.Interrupt());
        AssertOutputIsWhole(folder);
    }

    [Fact]
    public void Watching_goes_without_checking()
    {
        using var folder = ExampleProject.Create();
        Assert.Equal(2, SloCommand.Run(folder.FullPath, "compile", "--watch", "--check").ExitCode);
    }

    private static void AssertOutputIsWhole(TempFolder folder)
    {
        SloCommand.Run(folder.FullPath, "compile", "--check", "--no-cache").ShouldSucceed();
        Assert.DoesNotContain(folder.Files(), f => f.EndsWith(".slo-tmp", StringComparison.Ordinal));
    }
}
