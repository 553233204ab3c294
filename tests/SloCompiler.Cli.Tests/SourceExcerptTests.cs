using SloCompiler.Cli.Rendering;
using SloCompiler.Cli.Terminals;
using SloCompiler.Text;
using Xunit;

namespace SloCompiler.Cli.Tests;

public sealed class SourceExcerptTests
{
    [Fact]
    public void Exactly_the_span_is_underlined()
        => Assert.Equal("  2 | bad: here\n    |      ^^^^\n", Show("a: 1\nbad: here\n", "here"));

    [Fact]
    public void Tabs_and_wide_characters_keep_the_underline_in_place()
    {
        Assert.Equal("  1 |     x: bad\n    |        ^^^\n", Show("\tx: bad\n", "bad"));
        Assert.Equal("  1 | 名: bad\n    |     ^^^\n", Show("名: bad\n", "bad"));
        Assert.Equal("  1 | x: 名前\n    |    ^^^^\n", Show("x: 名前\n", "名前"));
    }

    [Fact]
    public void A_span_over_lines_is_underlined_on_each()
        => Assert.Equal("  2 |   sum(\n    |   ^^^^\n  3 |   x)\n    |   ^^\n", Show("expr: |\n  sum(\n  x)\n", "sum(\n  x)"));

    [Fact]
    public void An_empty_span_at_the_end_of_a_line_still_has_a_mark()
        => Assert.Equal("  1 | ab\n    |   ^\n", Write(new SourceText("f", "ab\n").Span(2, 0)));

    [Fact]
    public void A_long_line_is_cut_around_the_span()
    {
        var shown = Show(new string('a', 5000) + "bad" + new string('c', 5000), "bad").Split('\n');
        Assert.All(shown, line => Assert.InRange(line.Length, 0, 200));
        Assert.Equal("bad", shown[0].Substring(shown[1].IndexOf('^', StringComparison.Ordinal), 3));
    }

    [Fact]
    public void Escape_sequences_in_a_file_do_not_reach_the_terminal()
        => Assert.DoesNotContain('\u001b', Show("x: \u001b[31mbad\n", "bad"));

    private static string Show(string content, string marked)
    {
        var source = new SourceText("f", content);
        return Write(source.Span(content.IndexOf(marked, StringComparison.Ordinal), marked.Length));
    }

    private static string Write(SourceSpan span)
    {
        using var writer = new StringWriter();
        new SourceExcerpt(new Ansi(enabled: false)).Write(writer, span);
        return writer.ToString();
    }
}
