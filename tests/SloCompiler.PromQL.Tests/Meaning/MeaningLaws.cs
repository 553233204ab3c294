using System.Diagnostics;
using FsCheck.Fluent;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Conditions;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning;

public sealed class MeaningLaws
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(5);

    [Fact]
    public void Parentheses_change_no_meaning() => Laws.Hold(Prop.ForAll(Trees.All, tree =>
    {
        var wrapped = new Wrapper().Visit(tree);
        var plain = ConditionFlow.Of(tree, SampleContext.Context);
        var other = ConditionFlow.Of(wrapped, SampleContext.Context);
        return plain.Whole.Certain == other.Whole.Certain
            && plain.Whole.Expected == other.Whole.Expected
            && plain.Branches.Length == other.Branches.Length
            && plain.Verdicts.Select(v => (v.Truth, v.IsCertain)).SequenceEqual(other.Verdicts.Select(v => (v.Truth, v.IsCertain)))
            && QuantityFlow.Of(tree, SampleContext.Context).Whole == QuantityFlow.Of(wrapped, SampleContext.Context).Whole
            && PromQlComparer.Exact.Equals(ConstantFolding.Fold(tree), ConstantFolding.Fold(wrapped));
    }));

    [Fact]
    public void What_is_certain_is_expected_too() => Laws.Hold(Prop.ForAll(Trees.All, tree =>
    {
        var whole = ConditionFlow.Of(tree, SampleContext.Context).Whole;
        return whole.Certain.Presence == Presence.Sometimes || whole.Certain.Presence == whole.Expected.Presence;
    }));

    [Fact]
    public void Every_node_has_an_outcome_and_a_quantity()
    {
        var tree = Parsed.Valid("sum by (job) (rate(x[5m])) / (y > 0) and z or vector(0)");
        var conditions = ConditionFlow.Of(tree, MeaningContext.Empty);
        Assert.All(PromQlWalker.DescendantsAndSelf(tree), node => Assert.NotNull(conditions.Find(node)));
        Assert.Null(conditions.Find(new VectorSelector("x", [])));
    }

    [Theory]
    [InlineData("+", "1")]
    [InlineData("or", "x")]
    [InlineData("and", "x > 5")]
    [InlineData("unless", "x == 0")]
    [InlineData(">", "x")]
    public void A_chain_of_ten_thousand_operators_takes_no_time(string op, string operand)
    {
        var link = Assert.IsType<BinaryExpr>(Parsed.Valid($"x {op} y"));
        var right = Parsed.Valid(operand);
        PromQlExpr tree = new VectorSelector("x", []);
        for (var i = 0; i < 10_000; i++)
        {
            tree = link with { Left = tree, Right = right };
        }

        TakesNoTime(tree);
    }

    [Fact]
    public void A_thousand_nested_subqueries_take_no_time()
    {
        PromQlExpr tree = new VectorSelector("x", []);
        for (var i = 0; i < 1_000; i++)
        {
            tree = Ql.Call("max_over_time", Ql.Subquery(tree, PrometheusDuration.FromHours(1), PrometheusDuration.FromMinutes(1)));
        }

        TakesNoTime(tree);
    }

    [Fact]
    public void A_thousand_rules_that_read_each_other_take_no_time()
    {
        var watch = Stopwatch.StartNew();
        var context = new MeaningContext(MeaningContext.Empty.Metrics, new Chain(1_000));
        Assert.Equal("[0, +Inf)", ConditionFlow.Of(Parsed.Valid("r0"), context).Whole.Expected.Values.ToString());
        Assert.Equal(QuantityKind.Unknown, QuantityFlow.Of(Parsed.Valid("r0"), context).Whole.Kind);
        Assert.True(watch.Elapsed < Generous, $"{watch.Elapsed}");
    }

    private static void TakesNoTime(PromQlExpr tree)
    {
        var watch = Stopwatch.StartNew();
        ConditionFlow.Of(tree, SampleContext.Context);
        QuantityFlow.Of(tree, SampleContext.Context);
        ConstantFolding.Fold(tree);
        Assert.True(watch.Elapsed < Generous, $"{watch.Elapsed}");
    }

    /// <summary>Puts parentheses around every operand where the grammar allows them.</summary>
    private sealed class Wrapper : PromQlRewriter
    {
        protected override PromQlExpr VisitBinary(BinaryExpr expr)
            => expr with { Left = new ParenExpr(Visit(expr.Left)), Right = new ParenExpr(new ParenExpr(Visit(expr.Right))) };

        protected override PromQlExpr VisitUnary(UnaryExpr expr) => expr with { Operand = new ParenExpr(Visit(expr.Operand)) };

        protected override PromQlExpr VisitAggregate(AggregateExpr expr)
            => new ParenExpr(expr with { Expr = new ParenExpr(Visit(expr.Expr)) });
    }

    /// <summary>Each rule reads the next one twice.</summary>
    private sealed class Chain(int length) : IRecordedSeries
    {
        public System.Collections.Immutable.ImmutableArray<RecordedSeries> Find(string metricName)
        {
            if (!metricName.StartsWith('r') || !int.TryParse(metricName.AsSpan(1), out var number))
            {
                return [];
            }

            var next = $"r{number + 1}";
            return [new RecordedSeries(metricName, Parsed.Valid(number == length ? "rate(x[5m])" : $"{next} + {next}"), [])];
        }
    }
}
