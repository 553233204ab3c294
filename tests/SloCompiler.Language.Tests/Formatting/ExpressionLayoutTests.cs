using SloCompiler.Language.Formatting;
using SloCompiler.Text;

namespace SloCompiler.Language.Tests.Formatting;

public sealed class ExpressionLayoutTests
{
    [Theory]
    [InlineData("sum( up )  by(job)", "sum by (job) (up)")]
    [InlineData("'sum(up)'", "sum(up)")]
    [InlineData("|\n          up   == 0", "up == 0")]
    [InlineData("\n          up\n          == 0", "up == 0")]
    [InlineData(">- # why\n          up\n          == 0", "up == 0 # why")]
    [InlineData("'{a=\"b\"}'", "'{a=\"b\"}'")]
    [InlineData("'1 -  up'", "'1 - up'")]
    [InlineData("1 -  up", "1 - up")]
    [InlineData("\"-up\"", "\"-up\"")]
    [InlineData("'up{a=\"x: y\"}'", "'up{a=\"x: y\"}'")]
    [InlineData("'up{a=\"it''s: x\"}'", "'up{a=\"it''s: x\"}'")]
    [InlineData("\"up{a=\\\"x\\\"}\"", "up{a=\"x\"}")]
    [InlineData("1", "1")]
    [InlineData("\"1\"", "\"1\"")]
    [InlineData("'true'", "'true'")]
    [InlineData("!!str up  == 0", "!!str up  == 0")]
    [InlineData("&e  up  == 0", "&e up == 0")]
    public void One_line_is_plain_where_yaml_allows_it(string before, string after) => Formatted.RuleBecomes(before, after);

    [Fact]
    public void Several_lines_are_a_literal_block()
    {
        const string Selector = "some_rather_long_metric_name_total{environment=\"production\"}";
        Formatted.RuleBecomes(
            $"sum(rate({Selector}[5m])) / sum(rate({Selector}[1h])) # why",
            $"|2 # why\n            sum(rate({Selector}[5m]))\n          /\n            sum(rate({Selector}[1h]))");
    }

    [Theory]
    [InlineData("|", "|")]
    [InlineData("|-", "|-")]
    [InlineData("|+", "|")]
    [InlineData(">", "|")]
    [InlineData(">-", "|-")]
    [InlineData("|2-", "|-")]
    public void The_line_break_at_the_end_of_a_block_is_the_authors(string before, string after)
    {
        const string Body = "\n          # why\n          up == 0";
        Formatted.RuleBecomes(before[0] == '>' ? $"{before}\n          # why\n\n          up == 0" : before + Body, after + Body);
    }

    [Fact]
    public void Comments_in_expressions_stay() => Formatted.RuleBecomes(
        "|\n          # all requests\n          sum(up)   # of every job",
        "|\n          # all requests\n          sum(up) # of every job");

    [Fact]
    public void Expressions_in_braces_stay_on_their_line() => Formatted.Becomes(
        "groups: [{name: g, rules: [{record: r, expr: 'sum(up)  by (a)'}, {record: s, expr: sum( up )}]}]\n",
        "groups: [{name: g, rules: [{record: r, expr: sum by (a) (up)}, {record: s, expr: sum(up)}]}]\n");

    [Theory]
    [InlineData("kind: PrometheusRule\nspec:\n  groups:\n    - rules:\n        - expr: {0}\n")]
    [InlineData("kind: VMRule\nspec:\n  groups:\n    - rules:\n        - expr: {0}\n")]
    [InlineData("kind: List\nitems:\n  - kind: PrometheusRule\n    spec:\n      groups:\n        - rules:\n            - expr: {0}\n")]
    [InlineData("version: slo/v1\nslos:\n  - exclude: {0}\n    sli:\n      events:\n        total: {0}\n")]
    [InlineData("version: slo/v1\nindicators:\n  events:\n    ratio:\n      error: {0}\nalerts:\n  - expr: {0}\n")]
    [InlineData("version: slo/v1\ndashboard:\n  rows:\n    - panels:\n        - query: {0}\n        - queries:\n            - query: {0}\n")]
    public void Expressions_are_found_in_every_kind_of_file(string pattern)
        => Formatted.Becomes(pattern.Replace("{0}", "up  ==  0", StringComparison.Ordinal), pattern.Replace("{0}", "up == 0", StringComparison.Ordinal));

    [Fact]
    public void Variables_of_dashboards_are_no_errors() => Formatted.Becomes(
        "version: slo/v1\ndashboard:\n  rows:\n    - panels:\n        - query: rate( a[$__rate_interval] )\n",
        "version: slo/v1\ndashboard:\n  rows:\n    - panels:\n        - query: rate(a[$__rate_interval])\n");

    [Fact]
    public void A_text_that_is_used_as_more_than_an_expression_stays() => Formatted.Becomes(
        "groups:\n  - name: g\n    rules:\n      - alert: A\n        expr: &e up  == 0\n        annotations:\n          query: *e\n",
        "groups:\n  - name: g\n    rules:\n      - alert: A\n        expr: &e up  == 0\n        annotations:\n          query: *e\n");

    [Fact]
    public void An_expression_that_does_not_parse_stays_and_is_reported_and_the_others_are_formatted()
    {
        var result = YamlFormatter.Format(new SourceText(
            "rules.yml",
            "groups:\n- name: g\n  rules:\n  - record: a\n    expr: sum( up\n  - record: b\n    expr: sum( up )\n"));
        Assert.Equal(
            "groups:\n  - name: g\n    rules:\n      - record: a\n        expr: sum( up\n      - record: b\n        expr: sum(up)\n",
            result.Text);
        Assert.Equal(5, Assert.Single(result.Diagnostics).Span.Start.Line);
    }

    [Fact]
    public void What_only_MetricsQL_knows_stays_without_complaint() => Formatted.Becomes(
        "kind: VMRule\nspec:\n  groups:\n    - rules:\n        - expr: sum(up)  keep_metric_names\n",
        "kind: VMRule\nspec:\n  groups:\n    - rules:\n        - expr: sum(up)  keep_metric_names\n");

    [Theory]
    [InlineData("a: [1\nb:    2\n")]
    [InlineData("a: 1\na:    2\n")]
    [InlineData("a:\n\t- b\n")]
    [InlineData("a: *missing\n")]
    public void A_file_with_broken_syntax_stays_and_says_why(string text)
    {
        var result = YamlFormatter.Format(new SourceText("rules.yml", text));
        Assert.False(result.IsChanged);
        Assert.NotEmpty(result.Diagnostics);
    }

    [Theory]
    [InlineData("sum( up )by(a) # x", "sum by (a) (up) # x\n")]
    [InlineData("rate(a[$window])", "rate(a[$window])\n")]
    public void A_bare_expression_can_be_formatted(string before, string after)
        => Assert.Equal(after, PromQlFormatter.Format(new SourceText("-", before)).Text);

    [Fact]
    public void A_bare_expression_that_does_not_parse_stays()
    {
        var result = PromQlFormatter.Format(new SourceText("-", "sum( up"));
        Assert.False(result.IsChanged);
        Assert.Single(result.Diagnostics);
    }
}
