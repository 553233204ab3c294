using System.Diagnostics;
using System.Globalization;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Syntax;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning.Labels;

public sealed class LabelFlowLimits
{
    // Linear work takes a fraction of a second, quadratic work minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(BinaryOperator.Add)]
    [InlineData(BinaryOperator.Or)]
    [InlineData(BinaryOperator.And)]
    [InlineData(BinaryOperator.Greater)]
    public void Ten_thousand_operators_are_followed(BinaryOperator op)
    {
        PromQlExpr tree = Ql.Series("a", ("x", "1"));
        for (var i = 0; i < 10_000; i++)
        {
            tree = new BinaryExpr(op, tree, Ql.Series(Name("b", i)));
        }

        Assert.True(InTime(() => LabelFlow.Of(tree, MeaningContext.Empty)).Root.Branches[0].Labels.Of("x").IsGuaranteed);
    }

    [Fact]
    public void Ten_thousand_sums_of_alternatives_are_followed()
    {
        PromQlExpr tree = Ql.Series("a");
        for (var i = 0; i < 10_000; i++)
        {
            tree = new BinaryExpr(BinaryOperator.Add, tree, new BinaryExpr(BinaryOperator.Or, Ql.Series("b"), Ql.Series("c", ("x", "1"))));
        }

        Assert.True(InTime(() => LabelFlow.Of(tree, MeaningContext.Empty)).Root.Branches.Length <= LabelFlowResult.MaxBranches);
    }

    [Fact]
    public void Ten_thousand_labels_are_followed_as_far_as_they_fit()
    {
        PromQlExpr tree = Ql.Aggregate("sum", Ql.Series("a"));
        for (var i = 0; i < 10_000; i++)
        {
            tree = Ql.Call("label_replace", tree, new StringLiteral(Name("l", i)), new StringLiteral("v"), new StringLiteral(""), new StringLiteral(""));
        }

        var labels = InTime(() => LabelFlow.Of(tree, MeaningContext.Empty)).Root.Branches[0].Labels;
        Assert.True(labels.Of("l0").IsGuaranteed);
        Assert.Equal(LabelPresence.Possible, labels.Of("l9999").Presence);
    }

    [Fact]
    public void A_thousand_records_that_read_each_other_are_followed_once()
    {
        var catalogue = new Catalogue().Record("r0", "sum by (job) (up)");
        for (var i = 1; i < 1_000; i++)
        {
            catalogue.Record(Name("r", i), $"{Name("r", i - 1)} + {Name("r", i / 2)}");
        }

        var root = InTime(() => LabelFlow.Of(Ql.Series("r999"), catalogue.Context())).Root;
        Assert.Equal("""{__name__="r999", job?}""", LabelFlowText.Line(root.Branches[0]));
    }

    [Fact]
    public void A_selector_reads_its_own_of_many_rules_that_record_one_name()
    {
        var catalogue = new Catalogue();
        for (var i = 0; i < 100; i++)
        {
            catalogue.Record("slo:rate", i % 2 == 0 ? "sum(a)" : "sum by (job) (a)", ("slo", Name("s", i)));
        }

        var context = catalogue.Context();
        string LineOfSlo(int i) => LabelFlowText.Line(Assert.Single(LabelFlow.Of(Ql.Series("slo:rate", ("slo", Name("s", i))), context).Root.Branches));
        Assert.Equal("""{__name__="slo:rate", slo="s98"}""", LineOfSlo(98));
        Assert.Equal("""{__name__="slo:rate", job?, slo="s99"}""", LineOfSlo(99));
        Assert.True(LabelFlow.Of(Ql.Series("slo:rate", ("slo", "none")), context).Root.IsDead);
    }

    [Theory]
    [InlineData("loop:a", "loop:b")]
    [InlineData("loop:b", "loop:a")]
    public void Records_in_a_circle_promise_the_same_whichever_is_asked_first(string first, string second)
    {
        var context = Catalogue.OfCases.Context();
        string[] lines = [LineOf(first, context), LineOf(second, context)];
        Assert.Equal(["""{__name__="loop:a", loop="a", ...}""", """{__name__="loop:b", ...}"""], lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Threads_may_share_a_context()
    {
        var context = Catalogue.OfCases.Context();
        var lines = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => LineOf("all:x:sum", context))));
        Assert.Equal("""{__name__="all:x:sum"}""", Assert.Single(lines.Distinct()));
    }

    private static string LineOf(string metric, MeaningContext context)
        => LabelFlowText.Line(LabelFlow.Of(Ql.Series(metric), context).Root.Branches[0]);

    private static string Name(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    private static T InTime<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        Assert.True(watch.Elapsed < Patience, $"Took {watch.Elapsed}.");
        return result;
    }
}
