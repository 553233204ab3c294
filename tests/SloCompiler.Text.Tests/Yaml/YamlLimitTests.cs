using System.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;
using static SloCompiler.Text.Tests.Yaml.YamlTesting;

namespace SloCompiler.Text.Tests.Yaml;

/// <summary>No input keeps the tool busy or takes its memory.</summary>
public sealed class YamlLimitTests
{
    // Generous, for busy machines: without the limits, these inputs take minutes or for ever.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("[{b: ")]
    public void Deep_nesting_ends_in_a_finding(string opening)
        => AssertSoon(() => Assert.StartsWith(
            $"1:{(opening.Length == 5 ? 251 : 1 + (YamlLimits.MaxDepth * opening.Length))} nesting-too-deep",
            OnlyFinding(string.Concat(Enumerable.Repeat(opening, 400_000))),
            StringComparison.Ordinal));

    [Fact]
    public void The_deepest_allowed_nesting_is_read()
        => Assert.IsType<YamlSequence>(Root(new string('[', YamlLimits.MaxDepth) + new string(']', YamlLimits.MaxDepth)));

    [Fact]
    public void More_values_than_a_person_writes_end_in_a_finding()
        => AssertSoon(() => Assert.Contains(
            "file-too-large",
            OnlyFinding("[" + string.Concat(Enumerable.Repeat("1,", YamlLimits.MaxNodes)) + "]"),
            StringComparison.Ordinal));

    [Fact]
    public void Aliases_of_aliases_end_in_a_finding()
    {
        var text = "a0: &a0 x\n" + Levels(30, i => $"a{i}: &a{i} [{Repeat($"*a{i - 1}", 9)}]\n");
        AssertSoon(() => Assert.Contains("alias-expansion-too-large", OnlyFinding(text), StringComparison.Ordinal));
    }

    [Fact]
    public void Merges_of_merges_end_in_a_finding()
    {
        var text = "a0: &a0 {x: 1}\n" + Levels(40, i => $"a{i}: &a{i} {{<<: [{Repeat($"*a{i - 1}", 3)}], k{i}: [{Repeat($"*a{i - 1}", 3)}]}}\n");
        AssertSoon(() => Assert.Contains("alias-expansion-too-large", OnlyFinding(text), StringComparison.Ordinal));
    }

    [Fact]
    public void Repeated_merges_of_one_large_mapping_end_in_a_finding()
    {
        var large = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  k{i}: 1\n"));
        var text = $"a: &a\n{large}b:\n" + string.Concat(Enumerable.Repeat("- <<: *a\n", 20_000));
        AssertSoon(() => Assert.Contains("alias-expansion-too-large", OnlyFinding(text), StringComparison.Ordinal));
    }

    [Fact]
    public void A_large_file_without_aliases_is_read()
    {
        var text = string.Concat(Enumerable.Range(0, 150_000).Select(i => $"- name: n{i}\n"));
        AssertSoon(() => Assert.Equal(150_000, Assert.IsType<YamlSequence>(Root(text)).Items.Length));
    }

    [Fact]
    public void A_file_above_the_limit_is_not_read()
    {
        var text = new string('a', 100 * 1024 * 1024);
        AssertSoon(() => Assert.Equal("1:1 file-too-large The text is longer than 16 MiB.", OnlyFinding(text)));
    }

    [Fact]
    public void After_many_broken_documents_the_rest_is_not_read()
    {
        var text = string.Concat(Enumerable.Repeat("--- @\n", 100_000));
        AssertSoon(() => Assert.Equal(YamlLimits.MaxBrokenDocuments, Read(text).Diagnostics.Length));
    }

    [Theory]
    [InlineData("k: \"", "\\\n ", "\"")]
    [InlineData("k: '", "a\n\n ", "'")]
    [InlineData("k: >\n", "  a\n\n", "")]
    [InlineData("k: |\n  x\n", "    \n", "")]
    [InlineData("k: a", "\n  a", "")]
    public void Long_scalars_take_linear_time(string start, string middle, string end)
    {
        var text = start + string.Concat(Enumerable.Repeat(middle, 300_000)) + end;
        AssertSoon(() => Assert.NotNull(Scalar(Root(text), "k")));
    }

    private static string Levels(int count, Func<int, string> level) => string.Concat(Enumerable.Range(1, count).Select(level));

    private static string Repeat(string item, int count) => string.Join(", ", Enumerable.Repeat(item, count));

    private static void AssertSoon(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        Assert.True(clock.Elapsed < Soon, $"It took {clock.Elapsed}.");
    }
}
