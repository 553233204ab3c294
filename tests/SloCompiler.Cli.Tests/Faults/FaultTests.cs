using System.Globalization;
using SloCompiler.Cli.Tests.Incremental;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Faults;

public sealed class FaultTests
{
    private const int ManyFiles = 10_000;

    [Fact]
    public async Task Killing_a_watch_at_any_moment_leaves_every_file_old_or_new()
    {
        using var folder = ExampleProject.Create();
        InProcess.Run(folder, "compile", "-o", "old").ShouldSucceed();
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.5%"));
        InProcess.Run(folder, "compile", "-o", "new").ShouldSucceed();
        var (old, @new) = (ExampleProject.Output(folder, "old"), ExampleProject.Output(folder, "new"));
        var delays = new Random(11);
        for (var round = 0; round < 5; round++)
        {
            using var command = WatchedCommand.Start(folder);
            await command.Hears("Ctrl+C ends");
            folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: round % 2 == 0 ? "99.9%" : "99.5%"));
            await Task.Delay(delays.Next(10, 400));
            command.Kill();
            var files = ExampleProject.Output(folder).Where(f => !f.Key.EndsWith(".slo-tmp", StringComparison.Ordinal));
            Assert.All(files, f => Assert.True(f.Value == old[f.Key] || f.Value == @new[f.Key], f.Key));
        }

        SloCommand.Run(folder.FullPath, "compile").ShouldSucceed();
        Assert.DoesNotContain(folder.Files(), f => f.EndsWith(".slo-tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_processes_on_one_output_folder_leave_it_whole()
    {
        using var folder = ExampleProject.Create();
        InProcess.Run(folder, "compile", "-o", "expected").ShouldSucceed();
        var commands = Enumerable.Range(0, 4).Select(_ => SloCommand.Start(folder.FullPath, "compile")).ToList();
        foreach (var command in commands)
        {
            command.WaitForExit();
            Assert.Equal(0, command.ExitCode);
            command.Dispose();
        }

        Assert.Equal(ExampleProject.Output(folder, "expected"), ExampleProject.Output(folder));
    }

    [Fact]
    public void An_output_folder_that_vanishes_again_and_again_is_reported_at_worst()
    {
        using var folder = ExampleProject.Create();
        using var command = SloCommand.Start(folder.FullPath, "compile", "--no-cache");
        while (!command.HasExited)
        {
            Remove(folder.PathOf("generated"));
        }

        Assert.Contains(command.ExitCode, (int[])[0, 2]);
        SloCommand.Run(folder.FullPath, "compile").ShouldSucceed();
        Assert.DoesNotContain(folder.Files(), f => f.EndsWith(".slo-tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Clocks_that_jump_and_times_of_files_deceive_nobody()
    {
        using var folder = ExampleProject.Create();
        var (cache, clock) = (new MemoryCache(), new FixedClock());
        InProcess.RunCached(folder, cache, clock, "compile").ShouldSucceed();
        var spec = folder.PathOf(ExampleProject.SpecPath);
        var written = File.GetLastWriteTimeUtc(spec);
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec(objective: "99.5%"));
        File.SetLastWriteTimeUtc(spec, written);
        Assert.Contains("4 written", InProcess.RunCached(folder, cache, clock, "compile").Error, StringComparison.Ordinal);
        foreach (var year in (int[])[1980, 2099])
        {
            File.SetLastWriteTimeUtc(spec, new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            clock.Now = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
            Assert.Contains(" 0 written", InProcess.RunCached(folder, cache, clock, "compile").ShouldSucceed().Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ten_thousand_files_are_checked()
    {
        using var folder = new TempFolder();
        for (var i = 0; i < ManyFiles; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            folder.Write($"rules/{i % 100}/{name}.rules.yml", $"groups:\n  - name: g{name}\n    rules:\n      - record: job:up{name}:sum\n        expr: sum by (job) (up)\n");
        }

        var result = SloCommand.Run(folder.FullPath, "check", "rules").ShouldSucceed();
        Assert.Contains("in 10000 rule files", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_files_may_hold_spaces_line_breaks_and_letters_of_any_script()
    {
        using var folder = ExampleProject.Create();
        string[] names = ["with space", "line\nbreak", "tab\tand \"quotes\"", "日本語", "العربية", "naïve – ünï"];
        foreach (var (i, name) in names.Index())
        {
            folder.Write($"slo-specs/a {name}/{name}.slo.yaml", ExampleProject.Spec($"service-{i}"));
        }

        SloCommand.Run(folder.FullPath, "compile").ShouldSucceed();
        SloCommand.Run(folder.FullPath, "compile", "--check").ShouldSucceed();
        SloCommand.Run(folder.FullPath, "check", "generated/prometheus").ShouldSucceed();
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // It is not there yet, or something was just written to it.
        }
    }
}
