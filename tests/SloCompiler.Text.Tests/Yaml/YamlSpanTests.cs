using SloCompiler.Text.Yaml;
using Xunit;
using static SloCompiler.Text.Tests.Yaml.YamlTesting;

namespace SloCompiler.Text.Tests.Yaml;

/// <summary>Findings stand under the text they speak of.</summary>
public sealed class YamlSpanTests
{
    [Theory]
    [InlineData("k: plain text # c", "plain text", YamlScalarStyle.Plain)]
    [InlineData("k: 'it''s'  ", "'it''s'", YamlScalarStyle.SingleQuoted)]
    [InlineData("k: \"a\\\"b\"", "\"a\\\"b\"", YamlScalarStyle.DoubleQuoted)]
    [InlineData("k: |-\n  a\n  b\n\n# c\nl: 1", "|-\n  a\n  b", YamlScalarStyle.Literal)]
    [InlineData("k: >2\n  a\n", ">2\n  a", YamlScalarStyle.Folded)]
    [InlineData("k: a\n  b\nl: 1", "a\n  b", YamlScalarStyle.Plain)]
    [InlineData("k: 'a\n  b'\nl: 1", "'a\n  b'", YamlScalarStyle.SingleQuoted)]
    public void A_scalar_covers_its_own_text(string text, string covered, YamlScalarStyle style)
    {
        var scalar = Scalar(Root(text), "k");
        Assert.Equal(covered, Covered(scalar.Span));
        Assert.Equal(style, scalar.Style);
    }

    [Theory]
    [InlineData("k: !!str 12", "12", "tag:yaml.org,2002:str")]
    [InlineData("k: &a 12", "12", null)]
    [InlineData("k: &a !t # c\n  'x'", "'x'", "!t")]
    [InlineData("k: !t &a |\n  b", "|\n  b", "!t")]
    public void Tags_and_anchors_are_not_part_of_a_scalar(string text, string covered, string? tag)
    {
        var scalar = Scalar(Root(text), "k");
        Assert.Equal(covered, Covered(scalar.Span));
        Assert.Equal(tag, scalar.Tag);
    }

    [Theory]
    [InlineData("a: {x: 1, y: [2]} # c", "{x: 1, y: [2]}")]
    [InlineData("a: [1, 2,\n  3]\nb: 1", "[1, 2,\n  3]")]
    [InlineData("a: {}", "{}")]
    [InlineData("a: &m {x: 1}", "{x: 1}")]
    [InlineData("a:\n  x: 1\n  y: 2\n\n# c\nb: 3", "x: 1\n  y: 2")]
    [InlineData("a: &m # c\n  x: 1", "x: 1")]
    [InlineData("a:\n- 1\n- - 2\nb: 3", "- 1\n- - 2")]
    [InlineData("a:\n  - 1\n  -\nb: 3", "- 1\n  -")]
    public void A_collection_covers_its_entries_and_brackets(string text, string covered)
        => Assert.Equal(covered, Covered(Value(Root(text), "a").Span));

    [Fact]
    public void A_pair_in_brackets_covers_the_pair()
    {
        var list = Assert.IsType<YamlSequence>(Root("[a: b, c: d]"));
        Assert.Equal(["a: b", "c: d"], list.Items.Select(item => Covered(item.Span)));
        Assert.All(list.Items, item => Assert.False(Assert.IsType<YamlMapping>(item).IsFlow));
    }

    [Fact]
    public void Keys_of_every_form_have_exact_spans()
    {
        var mapping = Mapping("plain: 1\n'single': 2\n\"dou\\x62le\": 3\n? asked\n: 4\n&x anchored: 5");
        Assert.Equal(["plain", "single", "double", "asked", "anchored"], mapping.Entries.Select(e => e.Key.Value));
        Assert.Equal(["plain", "'single'", "\"dou\\x62le\"", "asked", "anchored"], mapping.Entries.Select(e => Covered(e.Key.Span)));
    }

    [Theory]
    [InlineData("a: 1\r\nb: |\r\n  x\r\n  y\r\n", "x\ny\n", 3, 3)]
    [InlineData("a: 1\rb: |\r  x\r  y\r", "x\ny\n", 3, 3)]
    public void All_line_breaks_of_editors_count_as_lines(string text, string value, int line, int column)
    {
        var scalar = Scalar(Root(text), "b");
        Assert.Equal(value, scalar.Value);
        Assert.Equal(new LinePosition(line, column), scalar.Map(new TextSpan(0, 1)).Start);
    }

    [Theory]
    [InlineData("a: 'x\u0085 y'\nb: z", 2)]
    [InlineData("a: 'x\u2028 y'\nb: z", 2)]
    [InlineData("a: 'x\u2029 y'\nb: z", 2)]
    public void Line_breaks_that_only_yaml_knows_do_not_count_as_lines(string text, int line)
        => Assert.Equal(new LinePosition(line, 4), Scalar(Root(text), "b").Span.Start);

    [Fact]
    public void Columns_count_utf16_units()
        => Assert.Equal(new LinePosition(1, 14), Scalar(Root("{a: '😀', b: c}"), "b").Span.Start);

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_key()
        => Assert.Equal("a", Mapping("\uFEFFa: 1").Entries[0].Key.Value);

    [Theory]
    [InlineData("k:", true)]
    [InlineData("k: ~", true)]
    [InlineData("k: null", true)]
    [InlineData("k: ''", false)]
    [InlineData("k: 'null'", false)]
    [InlineData("k: !!str", false)]
    [InlineData("k: nothing", false)]
    public void Null_is_plain_and_untagged(string text, bool isNull)
        => Assert.Equal(isNull, Scalar(Root(text), "k").IsNull);
}
