using System.Diagnostics;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Conditions;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Types;
using SloCompiler.PromQL.Versions;
using Xunit;

namespace SloCompiler.PromQL.Tests;

public sealed class LimitTests
{
    // Far above what is needed, far below what a blow-up would take.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> Bombs() => new()
    {
        { Repeat("(", 999_999), "SLO303" },
        { Repeat("f(x,", 11_000), "SLO303" },
        { Repeat("-", 999_999), "SLO303" },
        { Repeat("x^", 400_000) + "x", "SLO303" },
        { Repeat("x+", 400_000) + "x", "SLO303" },
        { "x[" + Repeat("1+", 400_000) + "1]", "SLO303" },
        { "x[" + Repeat("(", 999_999), "SLO303" },
        { "x[" + Repeat("-", 999_999), "SLO303" },
        { "x" + Repeat("[1h:1m]", 21_000), "SLO303" },
        { "f(" + Repeat("-x,", 150_000) + "x)", "SLO303" },
        { Repeat("\u0000\ud800$", 350_000), "SLO303" },
        { Repeat("{", 999_999), "SLO300" },
        { Repeat("$", 999_999), "SLO300" },
        { "x{" + Repeat("a=b,", 200_000), "SLO300" },
        { Repeat("\"\\q\",", 200_000), "SLO300" },
        { Repeat("x[", 400_000), "SLO300" },
        { Repeat("# comment\n", 90_000), "SLO300" },
        { "x{a=~\"" + Repeat("(", 50_000) + "\"}", "SLO302" },
        { "x{a=~\"" + Repeat("[", 50_000) + "\"}", "SLO302" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Hostile_input_ends_in_an_error_at_once(string promql, string code)
    {
        var watch = Stopwatch.StartNew();
        var result = OnSmallStack(() => PromQlParser.Parse(promql));
        Assert.True(watch.Elapsed < Generous, $"{watch.Elapsed}");
        Assert.Contains(result.Errors, e => e.Descriptor.Code == code);
        Assert.True(result.Errors.Length <= PromQlLimits.MaxErrors);
    }

    [Fact]
    public void A_deep_tree_is_printed_rewritten_and_compared_on_a_small_stack()
    {
        var promql = Repeat("x + ", 1_999) + "x";
        OnSmallStack(() =>
        {
            var tree = Parsed.Valid(promql);
            Assert.Equal(promql, PromQlPrinter.Print(tree));
            Assert.Same(tree, DurationSubstitution.Fill(tree, "none", PrometheusDuration.FromMinutes(5)));
            Assert.Equal(tree, Parsed.Valid(PromQlPrinter.PrintPretty(tree)), PromQlComparer.Exact);
            Assert.Equal(tree, ConstantFolding.Fold(tree), PromQlComparer.Exact);
            return true;
        });
    }

    public static TheoryData<string, string> Deep() => new()
    {
        { "a chain of operators", "x" + Repeat(" + x", 10_000) },
        { "a chain of numbers", "1" + Repeat(" * 1", 10_000) },
        { "a chain of powers", Repeat("x ^ ", 9_000) + "x" },
        { "parentheses", Repeat("(", 5_000) + "x" + Repeat(")", 5_000) },
        { "calls", Repeat("abs(", 5_000) + "x" + Repeat(")", 5_000) },
        { "subqueries", Repeat("max_over_time(last_over_time(", 1_000) + "x" + Repeat("[1h:1m])[1h:1m])", 1_000) },
        { "signs", Repeat("-", 9_000) + "x" },
        { "a computed length", "x[1m" + Repeat(" + 1m", 10_000) + "]" },
        { "parentheses in a length", "x[" + Repeat("(", 5_000) + "1m" + Repeat(")", 5_000) + "]" },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void What_is_deep_but_not_hostile_is_read_and_typed_at_once(string what, string promql)
    {
        var watch = Stopwatch.StartNew();
        var tree = OnSmallStack(() => Parsed.Valid(promql));
        Assert.True(watch.Elapsed < Generous, $"{what}: {watch.Elapsed}");
        Assert.True(OnSmallStack(() => PromQlComparer.Exact.Equals(tree, Parsed.Valid(promql))));
    }

    [Theory]
    [MemberData(nameof(Deep))]
    public void What_is_deep_is_printed_and_understood(string what, string promql)
    {
        var printed = OnSmallStack(() =>
        {
            var tree = Parsed.Valid(promql);
            LabelFlow.Of(tree, MeaningContext.Empty);
            ConditionFlow.Of(tree, MeaningContext.Empty);
            QuantityFlow.Of(tree, MeaningContext.Empty);
            FeatureUse.Of(tree, promql);
            return (Line: PromQlPrinter.Print(tree), Pretty: PromQlPrinter.PrintPretty(tree), Tree: tree);
        });
        Assert.True(OnSmallStack(() => PromQlComparer.Exact.Equals(printed.Tree, Parsed.Valid(printed.Line))), what);
        Assert.True(OnSmallStack(() => PromQlComparer.Exact.Equals(printed.Tree, Parsed.Valid(printed.Pretty))), what);
    }

    [Fact]
    public void Ten_thousand_matchers_are_compared_at_once()
    {
        var tree = Parsed.Valid("x{" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"l{i}=\"v\",")) + "l7=\"w\"}");
        var watch = Stopwatch.StartNew();
        Assert.Equal(Presence.Never, ConditionFlow.Of(tree, MeaningContext.Empty).Whole.Presence);
        Assert.True(watch.Elapsed < Generous, $"{watch.Elapsed}");
    }

    [Fact]
    public void Asking_every_node_of_a_deep_tree_for_its_type_takes_linear_time()
    {
        var tree = Parsed.Valid("1" + Repeat(" + 1", 15_000));
        var watch = Stopwatch.StartNew();
        Assert.All(PromQlWalker.DescendantsAndSelf(tree), node => Assert.Equal(PromQlType.Scalar, PromQlTypes.TypeOf(node)));
        Assert.True(watch.Elapsed < Generous, $"{watch.Elapsed}");
    }

    [Fact]
    public void The_type_of_a_changed_node_follows_its_operands()
    {
        var sum = Assert.IsType<BinaryExpr>(Parsed.Valid("1 + 2"));
        Assert.Equal(PromQlType.InstantVector, PromQlTypes.TypeOf(sum with { Left = Ql.Series("up") }));
        Assert.Equal(PromQlType.InstantVector, PromQlTypes.TypeOf(new ParenExpr(sum) with { Inner = Ql.Series("up") }));
        Assert.Equal(PromQlType.Scalar, PromQlTypes.TypeOf(new UnaryExpr(true, Ql.Series("up")) with { Operand = sum }));
    }

    [Fact]
    public void A_caller_may_bound_the_depth()
        => Assert.Contains("too deep", Parsed.Errors("x" + Repeat(" + x", 99), new PromQlParseOptions { MaxTreeDepth = 99 }), StringComparison.Ordinal);

    [Fact]
    public void The_deepest_nesting_is_read()
        => Parsed.Valid(Repeat("(", PromQlLimits.MaxNesting) + "x" + Repeat(")", PromQlLimits.MaxNesting));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static T OnSmallStack<T>(Func<T> work)
    {
        const int OneMebibyte = 1 << 20;
        var completion = new TaskCompletionSource<T>();
        var thread = new Thread(() => Run(work, completion), OneMebibyte);
        thread.Start();
        thread.Join();
        return completion.Task.GetAwaiter().GetResult();
    }

    private static void Run<T>(Func<T> work, TaskCompletionSource<T> completion)
    {
        try
        {
            completion.SetResult(work());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            completion.SetException(e);
        }
    }
}
