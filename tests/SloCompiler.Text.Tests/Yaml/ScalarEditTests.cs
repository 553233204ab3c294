using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.Text.Tests.Yaml;

public sealed class ScalarEditTests
{
    [Theory]
    [InlineData("k: up{a=~\"b\"} # c\n", "=~", "=", "k: up{a=\"b\"} # c\n")]
    [InlineData("k: 'up{a=~\"b\"}'\n", "\"b\"", "'b'", "k: 'up{a=~''b''}'\n")]
    [InlineData("k: 'it''s =~ here'\n", "=~", "=", "k: 'it''s = here'\n")]
    [InlineData("k: \"up{a=~\\\"b\\\"}\"\n", "\"b\"", "\"\\\\d\"", "k: \"up{a=~\\\"\\\\\\\\d\\\"}\"\n")]
    [InlineData("k: |\n  up{\n    a=~\"b\"\n  }\n", "=~", "=", "k: |\n  up{\n    a=\"b\"\n  }\n")]
    [InlineData("k: >-\n  up{\n  a=~\"b\"}\n  > 1\n", "=~", "=", "k: >-\n  up{\n  a=\"b\"}\n  > 1\n")]
    [InlineData("k: up{\n  a=~\"b\"}\n", "=~", "=", "k: up{\n  a=\"b\"}\n")]
    [InlineData("k: a b\n", "b", "x: y", "k: 'a x: y'\n")]
    [InlineData("k: a b\n", "b", "x # y", "k: 'a x # y'\n")]
    [InlineData("k: [a b, c]\n", "b", "x, y", "k: ['a x, y', c]\n")]
    [InlineData("k: a b\n", "a", "[x]", "k: '[x] b'\n")]
    public void A_part_of_a_text_is_replaced_in_the_style_of_the_text(string yaml, string part, string by, string expected)
    {
        var scalar = Scalar(yaml);
        var range = new TextSpan(scalar.Value.IndexOf(part, StringComparison.Ordinal), part.Length);
        var edit = scalar.Edit(range, by);
        Assert.NotNull(edit);
        var edited = TextEdits.Apply(yaml, [edit]);
        Assert.Equal(expected, edited);
        Assert.Equal(scalar.Value[..range.Start] + by + scalar.Value[range.End..], Scalar(edited).Value);
    }

    [Theory]
    [InlineData("k: |\n  a b\n", "x\ny")]
    [InlineData("k: a\n  b\n", "x: y")]
    public void What_the_style_cannot_hold_is_not_written(string yaml, string by)
    {
        var scalar = Scalar(yaml);
        Assert.Null(scalar.Edit(new TextSpan(scalar.Value.IndexOf('b', StringComparison.Ordinal), 1), by));
    }

    [Fact]
    public void Fixes_that_touch_the_same_text_are_not_applied_together()
    {
        var source = new SourceText("a.yml", "0123456789");
        var first = Fix(source.Span(0, 2), source.Span(5, 1));
        var overlapping = Fix(source.Span(8, 1), source.Span(5, 0));
        var apart = Fix(source.Span(2, 3));
        Assert.Equal<Fix[]>([first, apart], [.. TextEdits.WithoutCollisions([first, overlapping, apart])]);
        Assert.Equal("xxx6789", TextEdits.Apply(source.Content, first.Edits.AddRange(apart.Edits)));
    }

    private static Fix Fix(params SourceSpan[] spans) => new("x", FixSafety.Safe, [.. spans.Select(s => new TextEdit(s, "x"))]);

    private static YamlScalar Scalar(string yaml)
    {
        var root = Assert.IsType<YamlMapping>(Assert.Single(YamlReader.Read(new SourceText("a.yml", yaml), new DiagnosticBag())).Root);
        var value = root.Entries[0].Value;
        return Assert.IsType<YamlScalar>(value is YamlSequence list ? list.Items[0] : value);
    }
}
