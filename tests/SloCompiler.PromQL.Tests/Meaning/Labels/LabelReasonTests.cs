using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.Text;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning.Labels;

public sealed class LabelReasonTests
{
    [Theory]
    [InlineData("""sum by (job) (up{env="x"})""", "env", "(job)")]
    [InlineData("""sum by (job) (up{job="x"})""", "job", "job=\"x\"")]
    [InlineData("""sum(up)""", "env", "sum")]
    [InlineData("""up{env=""} * 2""", "env", "env=\"\"")]
    [InlineData("""sum without (env) (up)""", "env", "(env)")]
    [InlineData("""rate(up[5m])""", "__name__", "rate")]
    [InlineData("""a * on (x) group_left (y) b""", "y", "y")]
    [InlineData("""a + on (x) b""", "y", "(x)")]
    [InlineData("""label_replace(up, "a", "b", "", "")""", "a", """label_replace(up, "a", "b", "", "")""")]
    [InlineData("""abs(all:x:sum)""", "env", "all:x:sum")]
    public void A_promise_names_the_fragment_that_decided(string promql, string label, string fragment)
    {
        var span = Flow(promql).Root.Branches[0].Labels.Of(label).Reason.Span;
        Assert.Equal(fragment, promql.Substring(span.Start, span.Length));
    }

    [Fact]
    public void A_promise_of_a_recording_rule_names_the_rule() => Assert.Equal(
        "in the rule that records `all:x:sum`, `sum` without a grouping keeps no label",
        Flow("all:x:sum").Root.Branches[0].Labels.Of("job").Reason.Text);

    [Fact]
    public void Every_kind_of_reason_has_a_text() => Assert.All(
        Enum.GetValues<LabelReasonKind>(),
        kind => Assert.NotEmpty(new LabelReason(kind, default(TextSpan), "x").Text));

    [Fact]
    public void The_flow_of_an_expression_is_explained_label_by_label()
    {
        const string Promql = """sum by (job, env) (up{env="x"}) or vector(0)""";
        Assert.Equal(
            """
            branch 1 of 2: series, from up{env="x"}
              has    env="x"                   a matcher accepts only series that have it: env="x"
              may    job                       the grouping keeps it where a series has it: (job, env)
              cannot other labels              `sum` keeps only the labels that its `by` names: (job, env)
            branch 2 of 2: a number, from vector(0), always
              cannot other labels              a number has no labels: vector(0)

            """,
            LabelFlowText.Explain(Flow(Promql), Promql));
    }

    private static LabelFlow Flow(string promql) => LabelFlow.Of(Parsed.Valid(promql), Catalogue.OfCases.Context());
}
