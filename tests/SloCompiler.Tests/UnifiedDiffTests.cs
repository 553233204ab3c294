using FsCheck.Fluent;
using SloCompiler.Output;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Tests;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void A_changed_line_is_shown_with_three_lines_around_it()
    {
        const string Before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        var after = Before.Replace("5\n", "five\n", StringComparison.Ordinal);
        Assert.Equal("@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n", UnifiedDiff.Of(Before, after, 100));
    }

    [Fact]
    public void A_long_difference_is_cut_and_says_how_much_is_missing()
        => Assert.EndsWith("… 6 more lines\n", UnifiedDiff.Of("", string.Concat(Enumerable.Range(0, 10).Select(i => $"{i}\n")), 4), StringComparison.Ordinal);

    [Fact]
    public void A_missing_last_line_break_is_a_difference()
        => Assert.Contains("no line break", UnifiedDiff.Of("a\n", "a", 10), StringComparison.Ordinal);

    [Fact]
    public void Uncut_hunks_hold_all_lines_that_were_added_and_removed()
    {
        var texts = Gen.Elements("a", "b", "c").ListOf().Select(l => string.Concat(l.Select(x => x + "\n"))).ToArbitrary();
        Laws.Hold(Prop.ForAll(texts, texts, (before, after) =>
        {
            var lines = UnifiedDiff.Of(before, after, 1000).Split('\n');
            var balance = lines.Count(l => l.StartsWith('+')) - lines.Count(l => l.StartsWith('-'));
            return balance == after.Count(c => c == '\n') - before.Count(c => c == '\n') && (before == after) == (lines.Length == 1);
        }));
    }
}
