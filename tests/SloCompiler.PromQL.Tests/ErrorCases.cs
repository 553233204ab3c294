using SloCompiler.PromQL.Parsing;
using Xunit;

namespace SloCompiler.PromQL.Tests;

public sealed class ErrorCases
{
    private static readonly PromQlParseOptions WithWindow = new() { DurationVariables = ["window"] };

    [Theory]
    [InlineData("errors.txt")]
    [InlineData("errors-newer.txt")]
    public void Errors_say_what_Prometheus_says_and_where(string file)
        => Assert.Equal(
            CaseFile.Read(file).Select(c => c.ToString()),
            CaseFile.Read(file).Select(c => $"{c.Input} => {Parsed.Errors(c.Input).Split('\n')[0]}"));

    [Theory]
    [InlineData("rate(x) + foo(y)", "1:6: expected type range vector in call to function \"rate\", got instant vector\n1:11: unknown function with name \"foo\"")]
    [InlineData("f(a b, c d)", "1:5: unexpected identifier \"b\"\n1:10: unexpected identifier \"d\"")]
    [InlineData("a{b=c} + d{e=f}", "1:5: unexpected identifier \"c\" in label matching, expected string\n1:14: unexpected identifier \"f\" in label matching, expected string")]
    [InlineData("a{b=~\"(\",c=~\")\"}", "1:7: error parsing regexp: missing closing ): `(`\n1:14: error parsing regexp: unexpected ): `)`")]
    [InlineData("x[5m1h] + y[7m1h]", "1:3: not a valid duration string: \"5m1h\"\n1:13: not a valid duration string: \"7m1h\"")]
    [InlineData("topk(a[5 m], b[0]) + c[5m", "1:10: unexpected character: 'm', expected ':'\n1:16: duration must be greater than 0\n1:23: unclosed left bracket")]
    [InlineData("a{b=\"\\q\"} + c{d=\"\\400\"}", "1:6: unknown escape sequence U+0071 'q'\n1:18: escape sequence is an invalid Unicode code point")]
    [InlineData("f(a[x], b[y], c[5m * ])", "1:5: unexpected character in duration expression: 'x'\n1:11: unexpected character in duration expression: 'y'\n1:22: unexpected \"]\" in subquery or range selector, expected number, duration, step(), or range()")]
    public void One_mistake_does_not_hide_another(string promql, string expected)
        => Assert.Equal(expected, Parsed.Errors(promql));

    [Theory]
    [InlineData("(((a", "1:3: unclosed left parenthesis")]
    [InlineData("sum(rate(a[5m])", "1:4: unclosed left parenthesis")]
    [InlineData("a & b", "1:3: unexpected character: '&'")]
    [InlineData("rate(foo(a))", "1:6: unknown function with name \"foo\"")]
    public void One_mistake_is_reported_once(string promql, string expected) => Assert.Equal(expected, Parsed.Errors(promql));

    [Theory]
    [InlineData("rete(a[5m])", "Did you mean `rate`?")]
    [InlineData("a = 1", "Comparison is `==`; a single `=` stands only in braces.")]
    [InlineData("rate(a)", "Add a range: x[5m].")]
    [InlineData("rate(a + b)", "Add a subquery range: (expr)[1h:1m].")]
    [InlineData("abs(a[5m])", "Turn the range into a vector: rate(x[5m]), max_over_time(x[5m]).")]
    [InlineData("rate(a[5m]", "Add the closing `)`.")]
    [InlineData("a && b", "PromQL writes `and`.")]
    [InlineData("a AND b c", "An operator is missing before this, or a comma.")]
    [InlineData("a bool b", "`bool` follows a comparison: a > bool 1.")]
    [InlineData("a on (b) c", "on (…) and ignoring (…) follow an operator: a / on (job) b.")]
    [InlineData("a fill (0) b", "fill (…) follows an operator and its on (…) or ignoring (…).")]
    [InlineData("a{b==\"c\"}", "Matchers compare with a single `=`.")]
    [InlineData("a =~ \"b\"", "Regular expressions match labels, in braces: x{label=~\"pattern\"}.")]
    [InlineData("by(a)", "`by` is a word of the grammar here, not a function.")]
    [InlineData("a[\"5m\"]", "A duration stands without quotes.")]
    [InlineData("up{a=~\"(?!b).*\"}", "RE2 has no lookaround: use a second matcher, with != or !~.")]
    public void Help_says_what_to_write(string promql, string expected)
        => Assert.Equal(expected, PromQlParser.Parse(promql).Errors[0].Help);

    [Theory]
    [InlineData("a +", "SLO300")]
    [InlineData("sum(1)", "SLO301")]
    [InlineData("a{b=~\"(\"}", "SLO302")]
    [InlineData("foo(a)", "SLO305")]
    public void Every_error_has_a_stable_code(string promql, string code)
        => Assert.Equal(code, PromQlParser.Parse(promql).Errors[0].Descriptor.Code);

    [Theory]
    [InlineData("rate(a[$window])")]
    [InlineData("rate(a[${window}])")]
    [InlineData("max_over_time(a[1h:$window] offset $window)")]
    [InlineData("rate(a[$window * 2] offset -$window)")]
    public void Known_variables_stand_for_durations(string promql) => Parsed.Valid(promql, WithWindow);

    [Theory]
    [InlineData("rate(a[$other])")]
    [InlineData("a > $window")]
    public void Other_variables_are_refused(string promql)
        => Assert.Contains("unexpected character", Parsed.Errors(promql, WithWindow), StringComparison.Ordinal);

    [Fact]
    public void Experimental_functions_can_be_refused()
        => Assert.Equal(
            "1:1: function \"info\" is not enabled",
            Parsed.Errors("info(a)", new PromQlParseOptions { AllowExperimentalFunctions = false }));

    [Fact]
    public void Codes_and_names_are_unique()
    {
        Assert.Equal(PromQlDiagnostics.All.Length, PromQlDiagnostics.All.Select(d => d.Code).Distinct().Count());
        Assert.Equal(PromQlDiagnostics.All.Length, PromQlDiagnostics.All.Select(d => d.Name).Distinct().Count());
    }
}
