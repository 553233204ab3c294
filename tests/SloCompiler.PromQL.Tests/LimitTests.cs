using System.Diagnostics;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using Xunit;

namespace SloCompiler.PromQL.Tests;

public sealed class LimitTests
{
    // Far above what is needed, far below what a blow-up would take.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string> Bombs() => new()
    {
        { Repeat("(", 99_999), "SLO303" },
        { Repeat("f(x,", 1_000), "SLO303" },
        { Repeat("-", 99_999), "SLO303" },
        { Repeat("x^", 10_000) + "x", "SLO303" },
        { Repeat("x+", 10_000) + "x", "SLO303" },
        { "x" + Repeat("[1h:1m]", 5_000), "SLO303" },
        { "f(" + Repeat("-x,", 33_000) + "x)", "SLO303" },
        { Repeat("\u0000\ud800$", 350_000), "SLO303" },
        { Repeat("{", 99_999), "SLO300" },
        { Repeat("$", 99_999), "SLO300" },
        { "x{" + Repeat("a=b,", 20_000), "SLO300" },
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
    public void The_deepest_tree_is_printed_rewritten_and_compared_on_a_small_stack()
    {
        var promql = Repeat("x + ", PromQlLimits.MaxTreeDepth - 1) + "x";
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
