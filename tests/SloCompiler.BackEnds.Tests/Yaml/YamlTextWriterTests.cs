using FsCheck;
using FsCheck.Fluent;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Testing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Yaml;

public class YamlTextWriterTests
{
    [Theory]
    [InlineData("edge", "edge")]
    [InlineData("5m", "5m")]
    [InlineData("slo:bad:rate5m", "slo:bad:rate5m")]
    [InlineData("sum(rate(x{a=\"b\"}[5m])) > 1", "sum(rate(x{a=\"b\"}[5m])) > 1")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("Off", "\"Off\"")]
    [InlineData("n", "\"n\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("", "\"\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("a ", "\"a \"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a:", "\"a:\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("0x1f", "\"0x1f\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("12:30:45", "\"12:30:45\"")]
    [InlineData("2027-01-31", "\"2027-01-31\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("- a", "\"- a\"")]
    [InlineData("{{ $value }}", "\"{{ $value }}\"")]
    [InlineData("*all", "\"*all\"")]
    [InlineData("<<", "\"<<\"")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("say \"hi\"", "say \"hi\"")]
    [InlineData("\"quoted\" \\ slash", "'\"quoted\" \\ slash'")]
    [InlineData("\"it's\" \\", "\"\\\"it's\\\" \\\\\"")]
    [InlineData("bell\u0007", "\"bell\\x07\"")]
    [InlineData("next\u0085line", "\"next\\x85line\"")]
    [InlineData("sep\u2028arator", "\"sep\\u2028arator\"")]
    [InlineData("Überlast → 😀", "\"Überlast → 😀\"")]
    [InlineData("Last über 😀", "Last über 😀")]
    public void Texts_are_plain_only_where_no_reader_can_take_them_for_something_else(string value, string written)
        => Assert.Equal($"key: {written}\n", YamlTextWriter.Write(YamlMap.Empty.With("key", value)));

    [Fact]
    public void Texts_of_several_lines_are_literal_blocks()
        => Assert.Equal("expr: |-\n  sum(x)\n    / sum(y)\n\n  # not a comment\n", Write("expr", "sum(x)\n  / sum(y)\n\n# not a comment"));

    [Fact]
    public void A_block_that_starts_with_spaces_says_its_indentation()
        => Assert.Equal("expr: |2-\n    sum(x)\n  /\n    sum(y)\n", Write("expr", "  sum(x)\n/\n  sum(y)"));

    [Theory]
    [InlineData("ends\n", "\"ends\\n\"")]
    [InlineData("\nstarts", "\"\\nstarts\"")]
    [InlineData("trailing \nblank", "\"trailing \\nblank\"")]
    [InlineData("a\r\nb", "\"a\\r\\nb\"")]
    [InlineData("a\n\tb", "\"a\\n\\tb\"")]
    public void Texts_that_a_block_would_not_keep_are_quoted(string value, string written)
        => Assert.Equal($"key: {written}\n", Write("key", value));

    [Fact]
    public void Lists_and_mappings_nest()
    {
        var map = YamlMap.Empty
            .With("empty", YamlMap.Empty)
            .With("none", new YamlList([]))
            .With("list", new YamlList(
            [
                new YamlText("a"),
                new YamlNumber(1.50m),
                YamlMap.Empty.With("x", "1").With("w", YamlMap.Empty.With("z", "q")) with { Comment = ["above"] },
                new YamlList([new YamlText("inner")]),
            ])) with
        { Comment = ["head\ntwo"] };

        Assert.Equal(
            """
            # head
            # two
            empty: {}
            none: []
            list:
              - a
              - 1.5
              # above
              - x: "1"
                w:
                  z: q
              -
                - inner

            """,
            YamlTextWriter.Write(map));
    }

    [Fact]
    public void A_comment_cannot_end_its_line()
        => Assert.Equal("# a b\n# c\nk: v\n", YamlTextWriter.Write(YamlMap.Empty.With("k", "v") with { Comment = ["a\rb\nc"] }));

    [Fact]
    public void Whatever_goes_in_is_what_readers_get()
        => Laws.Hold(Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => AssertRoundTrip(text.Get)));

    [Fact]
    public void Whatever_is_made_of_the_signs_of_yaml_is_what_readers_get()
    {
        var pieces = Gen.Elements("a", " ", "\n", ":", "#", "-", "'", "\"", "\\", "|", ">", "{", "}", "[", "]", ",", "&", "*", "!", "%", "@", "`", "\t", "1", "?", "é", "😀", "...", "---", "\u0085", "\ufeff");
        var texts = pieces.ListOf().Select(p => string.Concat(p));
        Laws.Hold(Prop.ForAll(texts.ToArbitrary(), AssertRoundTrip), cases: 1000);
    }

    private static void AssertRoundTrip(string text)
    {
        var yaml = YamlTextWriter.Write(YamlMap.Empty.With("a", text).With("list", new YamlList([YamlMap.Empty.With("k", text).With("z", "end")])));
        var root = Assert.IsType<YamlMapping>(Read(yaml));
        var item = Assert.IsType<YamlMapping>(Assert.IsType<YamlSequence>(root.Find("list")?.Value).Items[0]);
        var wellFormed = string.Concat(text.EnumerateRunes());
        Assert.Equal(wellFormed, Assert.IsType<YamlScalar>(root.Find("a")?.Value).Value);
        Assert.Equal(wellFormed, Assert.IsType<YamlScalar>(item.Find("k")?.Value).Value);
        Assert.Equal("end", Assert.IsType<YamlScalar>(item.Find("z")?.Value).Value);
    }

    private static YamlNode? Read(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var documents = YamlReader.Read(new SourceText("test.yml", yaml), diagnostics);
        Assert.False(diagnostics.HasErrors, yaml);
        return Assert.Single(documents).Root;
    }

    private static string Write(string key, string value) => YamlTextWriter.Write(YamlMap.Empty.With(key, value));
}
