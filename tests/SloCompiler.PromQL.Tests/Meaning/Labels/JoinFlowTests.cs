using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Syntax;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning.Labels;

public sealed class JoinFlowTests
{
    [Theory]
    [InlineData("a{x='1'} / sum(b)", "x", LabelConflictKind.OnlyLeft)]
    [InlineData("sum(a) / b{x='1'}", "x", LabelConflictKind.OnlyRight)]
    [InlineData("a{x='1'} and b{x='2'}", "x", LabelConflictKind.Values)]
    [InlineData("a{x='1'} * on (x) group_left sum by (y) (b)", "x", LabelConflictKind.OnlyLeft)]
    [InlineData("foo{job='b'} unless sum(foo)", "job", LabelConflictKind.OnlyLeft)]
    [InlineData("lat_bucket / db_phase", "le", LabelConflictKind.OnlyLeft)]
    [InlineData("(a{x='1'} or b{x='2'}) + c{x='3'}", "x", LabelConflictKind.Values)]
    public void Sides_that_cannot_agree_on_a_label_never_match(string promql, string label, LabelConflictKind kind)
    {
        var join = Join(promql);
        Assert.False(join.CanMatch);
        Assert.Equal((label, kind), (join.Conflict?.Label, join.Conflict?.Kind));
    }

    [Theory]
    [InlineData("sum by (job) (a) / sum(b)", "job")]
    [InlineData("sum by (job) (a) / sum by (instance) (b)", "instance")]
    [InlineData("db_locks and db_phase", "mode")]
    [InlineData("a * on (x) sum(b)", "x")]
    public void A_label_that_only_one_side_may_have_probably_keeps_the_sides_from_matching(string promql, string label)
    {
        var join = Join(promql);
        Assert.True(join.CanMatch);
        Assert.Equal((label, false), (join.Conflict?.Label, join.Conflict?.IsCertain));
    }

    [Theory]
    [InlineData("a / b")]
    [InlineData("a{x='1'} / on () sum(b)")]
    [InlineData("a{x='1'} / ignoring (x) b{x='2'}")]
    [InlineData("sum by (job) (a) / sum by (job) (b)")]
    [InlineData("db_locks and on (db) db_phase")]
    [InlineData("(a{x='1'} or b{x='2'}) + c{x='2'}")]
    public void Other_sides_may_match(string promql) => Assert.Null(Join(promql).Conflict);

    [Theory]
    [InlineData("a * on (job) group_left sum by (job) (b)", MatchUniqueness.Unique)]
    [InlineData("a * on (job) group_left sum by (job, env) (b{env='x'})", MatchUniqueness.Unique)]
    [InlineData("a * on (job) group_left sum by (job, env) (b)", MatchUniqueness.Unknown)]
    [InlineData("a * on (job) group_left b", MatchUniqueness.Unknown)]
    [InlineData("a * ignoring (x) group_left b", MatchUniqueness.Unknown)]
    [InlineData("a + b{job='x'}", MatchUniqueness.Unique)]
    [InlineData("a * on (db) group_left lat_bucket", MatchUniqueness.NotUnique)]
    public void The_one_side_must_be_unique_in_the_labels_of_the_match(string promql, MatchUniqueness expected)
        => Assert.Equal(expected, Join(promql).Right.Uniqueness);

    [Fact]
    public void Labels_that_tell_series_apart_are_named()
        => Assert.Equal(["instance", "job", "mode"], Join("a * on (db) group_left db_locks").Right.TellingApart.Select(p => p.Name));

    [Theory]
    [InlineData("a{env='x'} * on (c) group_left (env) d", true, false)]
    [InlineData("a * on (c) group_left (env) sum by (c) (d)", false, true)]
    [InlineData("sum by (c) (d) * on (c) group_right (env) a", false, true)]
    [InlineData("a * on (c) group_left (env) d", false, false)]
    public void Included_labels_may_be_there_already_or_not_at_all(string promql, bool isRedundant, bool isMissing)
    {
        var included = Assert.Single(Join(promql).Included);
        Assert.Equal((isRedundant, isMissing), (included.IsRedundant, included.IsMissing));
        Assert.Equal("env", promql.Substring(included.Span.Start, included.Span.Length).Trim('(', ')'));
    }

    [Fact]
    public void A_vector_and_a_number_do_not_match()
        => Assert.Null(JoinFlow.Of(Assert.IsType<BinaryExpr>(Parsed.Valid("a * 2")), Catalogue.OfCases.Context()));

    private static JoinFlow Join(string promql)
    {
        var expr = Assert.IsType<BinaryExpr>(Parsed.Valid(promql));
        return Assert.IsType<JoinFlow>(JoinFlow.Of(expr, Catalogue.OfCases.Context()));
    }
}
