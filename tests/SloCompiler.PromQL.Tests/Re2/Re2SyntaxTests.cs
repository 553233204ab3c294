using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Re2;
using Xunit;

namespace SloCompiler.PromQL.Tests.Re2;

public sealed class Re2SyntaxTests
{
    [Theory]
    [InlineData("a(b", 1, "(", "missing closing ): `a(b`")]
    [InlineData("a)b", 1, ")", "unexpected ): `a)b`")]
    [InlineData("ab[c-d", 2, "[", "missing closing ]: `[c-d`")]
    [InlineData("a+*", 1, "+*", "invalid nested repetition operator: `+*`")]
    [InlineData("a|*b", 2, "*", "missing argument to repetition operator: `*`")]
    [InlineData("ab{2,1}", 2, "{2,1}", "invalid repeat count: `{2,1}`")]
    [InlineData("x\\", 1, "\\", "trailing backslash at end of expression: ``")]
    [InlineData("é[z-a]", 2, "z-a", "invalid character class range: `z-a`")]
    [InlineData("(?P<n-m>a)", 0, "(?P<n-m>", "invalid named capture: `(?P<n-m>`")]
    [InlineData("(?P<n", 0, "(?P<n", "invalid named capture: `(?P<n`")]
    [InlineData("(?=a)", 0, "(?=", "invalid or unsupported Perl syntax: `(?=`")]
    [InlineData("(?<!a)", 0, "(?<!a)", "invalid named capture: `(?<!a)`")]
    [InlineData("\\x{110000}", 0, "\\x{110000", "invalid escape sequence: `\\x{110000`")]
    [InlineData("a\\C", 1, "\\C", "invalid escape sequence: `\\C`")]
    [InlineData("\\p{Greec}", 0, "\\p{Greec}", "invalid character class range: `\\p{Greec}`")]
    public void Problems_are_worded_as_in_Go_and_stand_at_their_place(string pattern, int start, string part, string message)
    {
        var problem = Re2Syntax.Validate(pattern) ?? throw new ArgumentException(pattern, nameof(pattern));
        Assert.Equal((message, start, part), (problem.Message, problem.Start, pattern.Substring(problem.Start, problem.Length)));
    }

    [Theory]
    [InlineData("(?<n>a)")]
    [InlineData("\\p{letter}\\p{Nko}\\p{Kawi}\\P{^Any}\\p{cased-letter}")]
    [InlineData("\\Qa(b")]
    [InlineData("[]a][^]b]")]
    [InlineData("{a{,2}{}")]
    public void What_the_Go_of_the_latest_Prometheus_reads_is_valid(string pattern) => Assert.Null(Re2Syntax.Validate(pattern));

    [Fact]
    public void Groups_may_nest_up_to_a_height_of_one_thousand_with_the_anchors_of_a_matcher()
    {
        Assert.Null(Re2Syntax.Validate(Nested("(", 998)));
        Assert.Equal("expression nests too deeply", Re2Syntax.Validate(Nested("(", 999))?.Message.Split(':')[0]);
        Assert.Null(Re2Syntax.Validate(Nested("(?:", 20_000)));
    }

    [Fact]
    public void Counted_repetitions_may_not_make_a_program_of_more_than_128_megabytes()
        => Assert.Equal("expression too large", Re2Syntax.Validate($"({new string('a', 4000)}){{1000}}")?.Message.Split(':')[0]);

    [Theory]
    [InlineData("", true)]
    [InlineData("a*", true)]
    [InlineData("(a|b?)c{0}", true)]
    [InlineData("^$", true)]
    [InlineData("\\b", false)]
    [InlineData("\\B", true)]
    [InlineData("(a|)b", false)]
    [InlineData("(", false)]
    public void Whether_the_empty_text_matches_is_known(string pattern, bool expected) => Assert.Equal(expected, Re2Syntax.MatchesEmpty(pattern));

    [Theory]
    [InlineData("up{a=~\"é\\\\.\\u00e9(\"}", "(")]
    [InlineData("up{a=~`\\d[z-a]`}", "z-a")]
    [InlineData("up{a=~\"\\xc3\\xa9\\x28\"}", "\\x28")]
    [InlineData("up{a=~\"b\\\\y\"}", "\\\\y")]
    public void The_place_in_the_expression_is_found_through_the_escapes_of_the_string(string promql, string expected)
    {
        var span = Assert.Single(PromQlParser.Parse(promql).Errors).Span;
        Assert.Equal(expected, promql.Substring(span.Start, span.Length));
    }

    private static string Nested(string open, int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "a" + new string(')', depth);
}
