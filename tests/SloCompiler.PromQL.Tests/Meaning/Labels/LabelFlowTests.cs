using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Syntax;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning.Labels;

public sealed class LabelFlowTests
{
    [Fact]
    public void An_external_label_is_possible_on_a_metric_whose_labels_are_all_declared()
    {
        var context = Catalogue.OfCases.Context() with { ExternalLabels = ["cluster"] };
        var branch = LabelFlow.Of(Parsed.Valid("db_locks{cluster='a'}"), context).Root.Branches[0];
        Assert.Equal((false, "a"), (branch.IsDead, branch.Labels.Of("cluster").Constant));
    }

    [Theory]
    [InlineData(null, null, "{x=\"1\"}")]
    [InlineData(null, 0.0, "{x=\"1\"} or {x=\"1\"}")]
    [InlineData(0.0, null, "{x=\"1\"} or {x?}")]
    [InlineData(0.0, 0.0, "{x=\"1\"} or {x=\"1\"} or {x?}")]
    public void A_fill_returns_series_that_have_no_partner(double? left, double? right, string expected)
    {
        var matching = new VectorMatching(true, ["x"]) { FillLeft = left, FillRight = right };
        Assert.Equal(expected, Lines(new BinaryExpr(BinaryOperator.Add, Ql.Series("a", ("x", "1")), Ql.Series("b")) { Matching = matching }));
    }

    [Fact]
    public void A_fill_for_the_one_side_has_no_labels_to_include()
    {
        var matching = new VectorMatching(true, ["x"]) { Group = GroupSide.Left, Include = ["y"], FillRight = 0 };
        var expr = new BinaryExpr(BinaryOperator.Multiply, Ql.Series("a", ("y", "1")), Ql.Series("b", ("y", "2"))) { Matching = matching };
        Assert.Equal("{!__name__, y=\"2\", ...} or {!__name__, !y, ...}", Lines(expr));
    }

    [Fact]
    public void All_branches_merge_into_what_holds_for_each()
    {
        var merged = LabelFlow.Of(Parsed.Valid("""a{x="1",y="1"} or b{x="2",y=""}"""), MeaningContext.Empty).Root.Merged;
        Assert.Equal("""{__name__="a"|"b", x="1"|"2", y?="1", ...}""", merged is null ? "" : LabelFlowText.Line(merged));
    }

    [Fact]
    public void More_branches_than_are_told_apart_merge_into_the_last()
    {
        var promql = string.Join(" or ", Enumerable.Range(0, 50).Select(i => $"sum by (l{i}) (a)"));
        var branches = LabelFlow.Of(Parsed.Valid(promql), MeaningContext.Empty).Root.Branches;
        Assert.Equal(LabelFlowResult.MaxBranches, branches.Length);
        Assert.Equal(LabelPresence.Possible, branches[^1].Labels.Of("l49").Presence);
    }

    [Theory]
    [InlineData("sum(up)", true, false)]
    [InlineData("sum by (job) (up)", false, false)]
    [InlineData("""sum by (job) (up{job="a"})""", true, false)]
    [InlineData("topk(1, up)", false, true)]
    [InlineData("vector(1)", true, false)]
    public void A_branch_tells_whether_it_is_one_series_and_keeps_the_name(string promql, bool isSingle, bool keepsName)
    {
        var branch = LabelFlow.Of(Parsed.Valid(promql), MeaningContext.Empty).Root.Branches[0];
        Assert.Equal((isSingle, keepsName), (branch.IsSingle, branch.KeepsName));
    }

    private static string Lines(PromQlExpr expr)
        => string.Join(" or ", LabelFlow.Of(expr, MeaningContext.Empty).Root.Branches.Select(LabelFlowText.Line));
}
