using System.Text.RegularExpressions;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Incremental;

public sealed class IncrementalTests
{
    private readonly MemoryCache _cache = new();
    private readonly FixedClock _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_edits_files_messages_and_exit_code_are_those_of_a_run_without_cache(int seed)
    {
        using var cached = new TempFolder();
        using var clean = new TempFolder();
        var (edits, same) = (new RandomEdits(cached, seed), new RandomEdits(clean, seed));
        edits.Begin();
        same.Begin();
        var recalled = 0;
        for (var i = 0; i < 25; i++)
        {
            var edit = edits.Next();
            Assert.Equal(edit, same.Next());
            foreach (string[] command in new[] { ["compile"], i % 3 == 0 ? (string[])["compile", "--check"] : ["check"] })
            {
                var before = _cache.Writes;
                var actual = InProcess.RunCached(cached, _cache, _clock, command);
                recalled += _cache.Writes == before ? 1 : 0;
                var expected = InProcess.Run(clean, [.. command, "--no-cache"]);
                Assert.Equal((edit, WithoutTime(expected)), (edit, WithoutTime(actual)));
            }

            Assert.Equal(AllOf(clean), AllOf(cached));
        }

        Assert.InRange(recalled, 1, 49);
    }

    [Fact]
    public void A_run_over_unchanged_files_is_not_done_again_and_says_the_same()
    {
        using var folder = ExampleProject.Create();
        folder.Write("slo-specs/b.slo.yaml", ExampleProject.Spec("billing").Replace("https://runbooks.example.org/edge", "\"\"", StringComparison.Ordinal));
        InProcess.RunCached(folder, _cache, _clock, "compile", "--no-cache");
        Assert.Equal(0, _cache.Writes);
        var first = InProcess.RunCached(folder, _cache, _clock, "compile");
        var second = InProcess.RunCached(folder, _cache, _clock, "compile");
        Assert.Equal(1, _cache.Writes);
        Assert.Equal(WithoutTime(first), WithoutTime(second));
    }

    [Fact]
    public void Suppressions_end_with_their_day_although_no_file_changes()
    {
        using var folder = ExampleProject.Create();
        folder.Write(ExampleProject.SpecPath, ExampleProject.Spec()
            .Replace("page: {", "# slo: ignore rate-window-too-short until 2026-11-21 -- being written\n      page: {", StringComparison.Ordinal));
        var before = InProcess.RunCached(folder, _cache, _clock, "compile");
        _clock.Now = _clock.Now.AddDays(1);
        var after = InProcess.RunCached(folder, _cache, _clock, "compile");
        Assert.DoesNotContain("expired-suppression", before.Output, StringComparison.Ordinal);
        Assert.Contains("expired-suppression", after.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("cut")]
    [InlineData("altered")]
    [InlineData("foreign")]
    [InlineData("of another run")]
    public void A_spoilt_cache_changes_nothing_but_the_time(string how)
    {
        using var folder = ExampleProject.Create();
        var expected = InProcess.RunCached(folder, _cache, _clock, "compile");
        InProcess.RunCached(folder, _cache, _clock, "compile", "--min-severity", "info");
        var others = _cache.Files.Values.Reverse().ToList();
        _cache.SpoilEach(content => how switch
        {
            "empty" => [],
            "cut" => content[..^7],
            "altered" => Altered(content),
            "foreign" => "not of slo"u8.ToArray(),
            _ => others[_cache.Files.Values.TakeWhile(c => !c.SequenceEqual(content)).Count()],
        });
        var actual = InProcess.RunCached(folder, _cache, _clock, "compile");
        Assert.Equal(3, _cache.Writes);
        Assert.Equal(WithoutTime(expected) with { Error = "" }, WithoutTime(actual) with { Error = "" });
    }

    [Fact]
    public void The_real_command_works_with_a_cache_that_is_deleted_full_of_rubbish_or_not_writable()
    {
        using var folder = ExampleProject.Create();
        using var home = new TempFolder();
        var expected = Compile();
        Assert.Equal(WithoutTime(expected).Output, WithoutTime(Compile()).Output);
        var runs = Assert.Single(home.Files());
        Assert.StartsWith("slo/runs/", runs, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(home.PathOf(runs)));
        }

        home.Write(runs, "rubbish");
        Assert.Equal(0, Compile().ExitCode);
        Directory.Delete(home.PathOf("slo"), recursive: true);
        home.Write("slo", "a file where the folder was");
        Assert.Equal(0, Compile().ExitCode);

        ToolResult Compile() => SloCommand.RunWith(folder.FullPath, "XDG_CACHE_HOME", home.FullPath, "compile");
    }

    private static byte[] Altered(byte[] content)
    {
        content[content.Length / 2] ^= 1;
        return content;
    }

    private static ToolResult WithoutTime(ToolResult result)
        => result with { Error = Regex.Replace(result.Error, @"\(\d+\.\d s\)", "(time)") };

    private static Dictionary<string, string> AllOf(TempFolder folder) => folder.Files().ToDictionary(f => f, folder.Read, StringComparer.Ordinal);
}
