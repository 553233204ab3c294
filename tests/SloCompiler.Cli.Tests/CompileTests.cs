using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class CompileTests
{
    [Fact]
    public void Compiling_writes_the_output_and_sums_it_up_on_standard_error()
    {
        using var folder = ExampleProject.Create();
        var result = SloCommand.Run(folder.FullPath, "compile");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("1 spec file: 1 service, 1 SLO -> ", result.Error, StringComparison.Ordinal);
        Assert.Contains("prometheus/edge.rules.yml", ExampleProject.Output(folder).Keys);
    }

    [Fact]
    public void Compiling_twice_writes_nothing_the_second_time()
    {
        using var folder = ExampleProject.Create();
        SloCommand.Run(folder.FullPath, "compile");
        var before = ExampleProject.Output(folder);
        var second = SloCommand.Run(folder.FullPath, "compile");
        Assert.Contains(" 0 written", second.Error, StringComparison.Ordinal);
        Assert.Equal(before, ExampleProject.Output(folder));
    }

    [Fact]
    public void Output_depends_on_neither_threads_nor_locale_nor_folder()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo-specs/b.slo.yaml", ExampleProject.Spec("billing"));
        folder.Write("slo-specs/i.slo.yaml", ExampleProject.Spec("identity"));
        SloCommand.Run(folder.FullPath, "compile", "-o", "one", "--threads", "1");
        SloCommand.RunWith(folder.FullPath, "LC_ALL", "tr_TR.UTF-8", "compile", "-o", "two", "--threads", "8");
        SloCommand.Run(folder.PathOf("slo-specs"), "compile", "-o", "../three");
        var reference = ExampleProject.Output(folder, "one");
        Assert.NotEmpty(reference);
        Assert.Equal(reference, ExampleProject.Output(folder, "two"));
        Assert.Equal(reference, ExampleProject.Output(folder, "three"));
    }

    [Fact]
    public void Output_does_not_depend_on_the_order_of_paths()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo-specs/b.slo.yaml", ExampleProject.Spec("billing"));
        SloCommand.Run(folder.FullPath, "compile", ExampleProject.SpecPath, "slo-specs/b.slo.yaml", "-o", "one");
        SloCommand.Run(folder.FullPath, "compile", "slo-specs/b.slo.yaml", ExampleProject.SpecPath, "-o", "two");
        Assert.Equal(ExampleProject.Output(folder, "one"), ExampleProject.Output(folder, "two"));
    }

    [Fact]
    public void One_error_leaves_all_output_as_it_was()
    {
        using var folder = ExampleProject.Create();
        SloCommand.Run(folder.FullPath, "compile");
        var before = ExampleProject.Output(folder);
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.5%"));
        folder.Write("slo-specs/broken.slo.yaml", ExampleProject.Spec("broken", "almost always"));
        var result = SloCommand.Run(folder.FullPath, "compile");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("slo-specs/broken.slo.yaml:5:16: error[SLO200 ", result.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was written", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, ExampleProject.Output(folder));
    }

    [Fact]
    public void Output_of_a_removed_service_goes_and_files_of_others_stay()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo-specs/old.slo.yaml", ExampleProject.Spec("old"));
        SloCommand.Run(folder.FullPath, "compile");
        folder.Write("generated/prometheus/by-hand.rules.yml", "groups: []\n");
        File.Delete(folder.PathOf("slo-specs/old.slo.yaml"));
        var stale = SloCommand.Run(folder.FullPath, "compile", "--check");
        Assert.Equal(1, stale.ExitCode);
        Assert.Contains("orphaned generated/prometheus/old.rules.yml", stale.Output, StringComparison.Ordinal);
        SloCommand.Run(folder.FullPath, "compile");
        var files = ExampleProject.Output(folder).Keys;
        Assert.DoesNotContain(files, f => f.Contains("old.", StringComparison.Ordinal));
        Assert.Contains("prometheus/by-hand.rules.yml", files);
    }

    [Fact]
    public void Check_shows_what_is_stale_and_writes_nothing()
    {
        using var folder = ExampleProject.Create();
        SloCommand.Run(folder.FullPath, "compile");
        Assert.Equal(0, SloCommand.Run(folder.FullPath, "compile", "--check").ExitCode);
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.5%"));
        File.Delete(folder.PathOf("generated/catalog.json"));
        var before = ExampleProject.Output(folder);
        var result = SloCommand.Run(folder.FullPath, "compile", "--check");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("missing  generated/catalog.json", result.Output, StringComparison.Ordinal);
        Assert.Contains("changed  generated/prometheus/edge.rules.yml", result.Output, StringComparison.Ordinal);
        Assert.Contains("+++ generated/", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, ExampleProject.Output(folder));
    }

    [Fact]
    public void Output_neither_leaves_the_project_nor_follows_links()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo.yaml", "version: slo-project/v1\noutput: ../elsewhere\n");
        Assert.Equal(2, SloCommand.Run(folder.FullPath, "compile").ExitCode);
        folder.Write("slo.yaml", "version: slo-project/v1\n");
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(folder.PathOf("generated"), elsewhere.FullPath);
        var result = SloCommand.Run(folder.FullPath, "compile");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("output-through-link", result.Output, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Files());
    }

    [Fact]
    public void Killing_it_at_any_moment_leaves_every_file_old_or_new()
    {
        using var folder = ExampleProject.Create();
        SloCommand.Run(folder.FullPath, "compile");
        var old = ExampleProject.Output(folder);
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.5%"));
        SloCommand.Run(folder.FullPath, "compile", "-o", "new");
        var @new = ExampleProject.Output(folder, "new");
        var delays = new Random(7);
        for (var round = 0; round < 20; round++)
        {
            folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: round % 2 == 0 ? "99.5%" : "99.9%"));
            using var process = SloCommand.Start(folder.FullPath, "compile");
            Thread.Sleep(delays.Next(100, 900));
            process.Kill();
            process.WaitForExit();
            var files = ExampleProject.Output(folder).Where(f => !f.Key.EndsWith(".slo-tmp", StringComparison.Ordinal));
            Assert.All(files, f => Assert.True(f.Value == old[f.Key] || f.Value == @new[f.Key], f.Key));
        }

        Assert.Equal(0, SloCommand.Run(folder.FullPath, "compile").ExitCode);
        Assert.DoesNotContain(folder.Files(), f => f.EndsWith(".slo-tmp", StringComparison.Ordinal));
    }
}
