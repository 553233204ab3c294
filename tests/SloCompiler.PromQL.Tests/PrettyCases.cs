using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests;

public sealed class PrettyCases
{
    [Fact]
    public void Expressions_are_broken_over_lines_as_Prometheus_breaks_them()
        => Assert.All(Blocks("pretty.txt"), b => Assert.Equal(b.Expected, PromQlPrinter.PrintPretty(Parsed.Valid(b.Input))));

    [Fact]
    public void Without_comments_both_ways_to_format_agree()
        => Assert.All(Blocks("pretty.txt"), b => Assert.Equal(b.Expected, Formatted(b.Input)));

    [Fact]
    public void Comments_stay_with_what_they_stand_at()
        => Assert.All(Blocks("comments.txt"), b => Assert.Equal(b.Expected, Formatted(b.Input)));

    [Fact]
    public void What_has_comments_is_formatted_once()
        => Assert.All(Blocks("comments.txt"), b => Assert.Equal(b.Expected, Formatted(b.Expected)));

    [Fact]
    public void What_cannot_be_read_stays_as_it_is() => Assert.Equal("sum( # open", Formatted("sum( # open"));

    private static string Formatted(string text) => PromQlPrinter.PrintPrettyWithComments(PromQlParser.Parse(text), text);

    private static IEnumerable<(string Input, string Expected)> Blocks(string file)
    {
        var text = File.ReadAllText(Repository.PathOf($"tests/SloCompiler.PromQL.Tests/Cases/{file}"));
        var cases = text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return cases.Split("\n---\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Split("\n=>\n"))
            .Select(parts => (parts[0], parts[1]));
    }
}
