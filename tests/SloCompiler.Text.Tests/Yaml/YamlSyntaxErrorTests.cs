using Xunit;
using static SloCompiler.Text.Tests.Yaml.YamlTesting;

namespace SloCompiler.Text.Tests.Yaml;

/// <summary>A syntax error names the mistake that a person made, at the place where it was made.</summary>
public sealed class YamlSyntaxErrorTests
{
    [Theory]
    [InlineData("a:\n\tb: 1", "2:1 tab-indentation")]
    [InlineData("a:\n  b: 1\n \tc: 2", "3:2 tab-indentation")]
    [InlineData("a: 1\n\t\nb: 1", "2:1 tab-indentation")]
    [InlineData("a: \"x\nb: 1", "1:4 unclosed-quote")]
    [InlineData("a: 'x\nb: 1", "1:4 unclosed-quote")]
    [InlineData("a: 'x\nb: it's", "1:4 unclosed-quote The quote opened here is closed only on line 2, and text follows there.")]
    [InlineData("a: [1, 2\nb: 3", "1:4 unclosed-bracket The [ opened here is not closed before line 2.")]
    [InlineData("a: [1, 2", "1:4 unclosed-bracket The [ opened here is not closed before the end of the file.")]
    [InlineData("a: {b: [1, 2\n  c: 3", "1:8 unclosed-bracket The [ opened")]
    [InlineData("a: {b: 1\nc: 2}", "1:4 unclosed-bracket The { opened")]
    public void Unclosed_things_are_found_where_they_open(string text, string finding) => AssertFinding(text, finding);

    [Theory]
    [InlineData("a: @foo", "1:4 yaml-syntax In YAML, a text without quotes cannot start with @.")]
    [InlineData("a: `foo", "1:4 yaml-syntax In YAML, a text without quotes cannot start with `.")]
    [InlineData("a: %foo", "1:4 yaml-syntax In YAML, a text without quotes cannot start with %.")]
    [InlineData("expr: > 5", "1:7 yaml-syntax A value that starts with > is a block of text")]
    [InlineData("expr: * 5", "1:7 yaml-syntax A text without quotes that starts with & or *")]
    [InlineData("expr: !<a", "1:7 yaml-syntax A text without quotes that starts with !")]
    [InlineData("rules: - alert: X", "1:8 yaml-syntax A list item cannot start on the line of its key.")]
    [InlineData("a: ]", "1:4 yaml-syntax Nothing is open that ] could end here.")]
    [InlineData("}", "1:1 yaml-syntax Nothing is open that } could end here.")]
    [InlineData("a: |0\n  x", "1:4 yaml-syntax The indentation of a block cannot be 0.")]
    [InlineData("%TAG\n", "1:1 yaml-syntax A line that starts with % is a directive")]
    public void Characters_with_a_meaning_need_quotes(string text, string finding) => AssertFinding(text, finding);

    [Theory]
    [InlineData("expr: \"a\" + b", "1:11 yaml-syntax Text follows the closing quote.")]
    [InlineData("expr: 'a' b\nc: 1", "1:11 yaml-syntax Text follows the closing quote.")]
    [InlineData("expr: \"\\d+\"", "1:8 yaml-syntax \\d is not an escape sequence of YAML.")]
    [InlineData("expr: \"\\xZZ\"", "1:10 yaml-syntax This escape sequence does not name a character.")]
    public void Quotes_hold_the_whole_value_and_known_escapes(string text, string finding) => AssertFinding(text, finding);

    [Theory]
    [InlineData("sli: {bad: x{c=\"5\"}, total: x}", "1:12 yaml-syntax Inside braces or brackets of YAML, { ends the text in front of it.")]
    [InlineData("sli: {bad: rate(x{c=\"5\"}[5m])}", "1:12 yaml-syntax Inside braces or brackets of YAML, { ends")]
    [InlineData("sli: {bad: x[5m]}", "1:12 yaml-syntax Inside braces or brackets of YAML, [ ends")]
    public void Expressions_in_flow_mappings_need_quotes(string text, string finding) => AssertFinding(text, finding);

    [Theory]
    [InlineData("a: b: c", "1:5 yaml-syntax A second colon")]
    [InlineData("a: 1\n  b: 2", "2:3 yaml-syntax This line is read as a continuation")]
    [InlineData("key without colon\nother: 1", "2:1 yaml-syntax This line is read as a continuation")]
    [InlineData("a: 1\nb:2\nc: 3", "2:1 yaml-syntax A colon ends a key only with a space")]
    [InlineData("a: { b: c #d }\ne: 1", "1:4 unclosed-bracket The { opened here is not closed before")]
    [InlineData("a: 1\nb: [\n", "2:4 unclosed-bracket The [ opened here is not closed before the end")]
    [InlineData("a:\n  b: 1\n c: 2", "3:2 yaml-syntax This does not fit the mapping above")]
    [InlineData("a: b\n- c", "2:1 yaml-syntax A list item stands where the next key")]
    [InlineData("- a\nb: c", "2:1 yaml-syntax The next item of a list is expected here")]
    [InlineData("a: 1\nb\nc: 2", "2:1 yaml-syntax A key with a colon is expected")]
    public void Lines_that_do_not_fit_say_what_is_expected(string text, string finding) => AssertFinding(text, finding);

    [Fact]
    public void Every_syntax_error_has_advice_of_its_own()
    {
        foreach (var text in new[] { "a: @", "a: b: c", "a: 1\n  b: 2", "- a\nb: c", "a: \"x\" y" })
        {
            var finding = Assert.Single(Read(text).Diagnostics);
            Assert.NotEqual(finding.Descriptor.Help, finding.Help);
        }
    }

    private static void AssertFinding(string text, string expected)
        => Assert.StartsWith(expected, OnlyFinding(text), StringComparison.Ordinal);
}
