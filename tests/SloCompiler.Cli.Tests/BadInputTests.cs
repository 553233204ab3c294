using System.Text;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class BadInputTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Kinds => ["huge", "deep", "aliases", "binary", "utf16", "long-line"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_bad_file_ends_in_a_finding_within_seconds_and_bounded_memory(string kind)
    {
        using var folder = new TempFolder();
        folder.WriteBytes("bad.slo.yaml", Content(kind));
        // An address space of 1 GiB would not let the runtime start, so the heap itself is bounded.
        var start = TimeProvider.System.GetTimestamp();
        var result = SloCommand.RunWith(folder.FullPath, "DOTNET_GCHeapHardLimit", "0x18000000", "check", "bad.slo.yaml");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("bad.slo.yaml:", result.Output, StringComparison.Ordinal);
        Assert.True(result.Output.Length < 20_000, "The finding should be short.");
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, Limit);
    }

    [Fact]
    public void An_empty_file_is_a_warning()
    {
        using var folder = new TempFolder();
        folder.Write("bad.slo.yaml", "");
        var result = SloCommand.Run(folder.FullPath, "check", "bad.slo.yaml", "--fail-on", "warning");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("bad.slo.yaml:1:1: warning[", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_named_like_a_spec_is_searched_like_any_folder()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.PathOf("edge.slo.yaml"));
        var result = SloCommand.Run(folder.FullPath, "check", "edge.slo.yaml");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("specs-not-found", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_path_is_wrong_usage()
    {
        using var folder = new TempFolder();
        var result = SloCommand.Run(folder.FullPath, "check", "nowhere.slo.yaml");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("file-not-found", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slo-specs/egde.slo.yaml", "slo-specs/egde.slo.yaml does not exist. Did you mean slo-specs/edge.slo.yaml?")]
    [InlineData("slo-spec", "slo-spec does not exist. Did you mean slo-specs?")]
    public void A_misspelt_path_is_guessed(string path, string expected)
    {
        using var folder = ExampleProject.Create();
        Assert.Contains(expected, InProcess.Run(folder, "check", path).ShouldExitWith(2).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_the_output_folder_is_reported()
    {
        using var folder = ExampleProject.Create();
        folder.Write("generated", "a file\n");
        var result = SloCommand.Run(folder.FullPath, "compile");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("output-not-writable", result.Output, StringComparison.Ordinal);
    }

    private static byte[] Content(string kind) => kind switch
    {
        "huge" => Encoding.UTF8.GetBytes(new string('a', 100 * 1024 * 1024)),
        "deep" => Encoding.UTF8.GetBytes(new string('[', 100_000)),
        "aliases" => Encoding.UTF8.GetBytes(AliasBomb()),
        "binary" => [0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3],
        "utf16" => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("version: slo/v1\n")).ToArray(),
        "long-line" => Encoding.UTF8.GetBytes($"version: slo/v1\nservice: \"{new string('x', 1_000_000)}\"\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string AliasBomb()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 20; i++)
        {
            text.Append($"a{i}: &a{i} [").AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10)).Append("]\n");
        }

        return text.ToString();
    }
}
