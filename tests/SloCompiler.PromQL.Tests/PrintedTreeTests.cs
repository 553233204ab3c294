using System.Diagnostics;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using Xunit;

namespace SloCompiler.PromQL.Tests;

/// <summary>Trees that compiler passes build, and trees that are deep.</summary>
public sealed class PrintedTreeTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(5);

    private static readonly PromQlDuration Step = new DurationCall("step", []);

    [Fact]
    public void Computed_lengths_are_written_with_the_parentheses_that_they_need()
    {
        var sum = new DurationBinary(BinaryOperator.Add, Minutes(5), Step);
        Assert.Equal("x[5m + step()]", Ranged(sum));
        Assert.Equal("x[(5m + step()) * 2]", Ranged(new DurationBinary(BinaryOperator.Multiply, sum, Factor(2))));
        Assert.Equal("x[-(5m + step())]", Ranged(new DurationNegation(sum)));
        Assert.Equal("x[-step() ^ 2]", Ranged(new DurationNegation(new DurationBinary(BinaryOperator.Power, Step, Factor(2)))));
        Assert.Equal("x[(-step()) ^ 2]", Ranged(new DurationBinary(BinaryOperator.Power, new DurationNegation(Step), Factor(2))));
        Assert.Equal("x[1h - (5m + step())]", Ranged(new DurationBinary(BinaryOperator.Subtract, Minutes(60), sum)));
        Assert.Equal("x[min_of(1h, 5m + step())]", Ranged(new DurationCall("min_of", [Minutes(60), sum])));
        Assert.Equal("x[(5m + step())]", Ranged(new DurationParen(new DurationParen(sum))));
        Assert.Equal("x[(5m)]", Ranged(new DurationParen(Minutes(5))));
    }

    [Fact]
    public void Arithmetic_behind_an_offset_stands_in_parentheses()
    {
        var sum = new DurationBinary(BinaryOperator.Add, Minutes(5), Step);
        Assert.Equal("x offset (5m + step())", Shifted(sum));
        Assert.Equal("x offset (5m + step()) * 2", Shifted(new DurationBinary(BinaryOperator.Multiply, sum, Factor(2))));
        Assert.Equal("x offset -step()", Shifted(new DurationNegation(Step)));
        Assert.Equal("x offset -(5m + step())", Shifted(new DurationNegation(sum)));
        Assert.Equal("x offset (-step() ^ 2)", Shifted(new DurationNegation(new DurationBinary(BinaryOperator.Power, Step, Factor(2)))));
    }

    [Fact]
    public void Modifiers_have_the_order_that_Prometheus_gives_them()
    {
        var modifiers = new SelectorModifiers
        {
            At = new AtBoundary(true),
            Offset = Minutes(1),
            Extension = RangeExtension.Anchored,
        };
        var selector = Ql.Series("x") with { Modifiers = modifiers };
        Assert.Equal("x @ start() anchored offset 1m", PromQlPrinter.Print(selector));
        Assert.Equal("x[5m] anchored @ start() offset 1m", PromQlPrinter.Print(new MatrixSelector(selector, Minutes(5))));
    }

    [Fact]
    public void Fill_modifiers_are_written_behind_the_group()
    {
        Assert.Equal("a + fill (-23) b", Matched(Unwritten with { FillLeft = -23, FillRight = -23 }));
        Assert.Equal("a + fill_left (1e+06) b", Matched(Unwritten with { FillLeft = 1e6 }));
        Assert.Equal("a + fill_left (1) fill_right (2) b", Matched(Unwritten with { FillLeft = 1, FillRight = 2 }));
        Assert.Equal(
            "a + on (x) group_left () fill_right (0) b",
            Matched(new VectorMatching(true, ["x"]) { Group = GroupSide.Left, FillRight = 0 }));
    }

    [Fact]
    public void Printing_takes_time_in_proportion_to_the_tree()
    {
        PromQlExpr chain = Ql.Series("x");
        PromQlExpr nested = Ql.Series("x");
        for (var i = 0; i < 10_000; i++)
        {
            chain = new BinaryExpr(BinaryOperator.Add, chain, Ql.Series("x"));
            nested = new ParenExpr(nested);
        }

        var watch = Stopwatch.StartNew();
        Assert.Equal(40_001, PromQlPrinter.Print(chain).Length);
        Assert.Equal(20_001, PromQlPrinter.Print(nested).Length);
        Assert.InRange(PromQlPrinter.PrintPretty(chain).Length, 40_001, 100_000);
        Assert.InRange(PromQlPrinter.PrintPretty(nested).Length, 20_001, 100_000);
        Assert.True(watch.Elapsed < Generous, $"{watch.Elapsed}");
    }

    private static VectorMatching Unwritten => new(false, []) { IsWritten = false };

    private static DurationLiteral Minutes(int minutes) => new(PrometheusDuration.FromMinutes(minutes));

    private static DurationLiteral Factor(double number) => new(new PrometheusDuration((long)(number * 1000))) { Number = number };

    private static string Ranged(PromQlDuration range) => PromQlPrinter.Print(new MatrixSelector(Ql.Series("x"), range));

    private static string Shifted(PromQlDuration offset)
        => PromQlPrinter.Print(Ql.Series("x") with { Modifiers = new SelectorModifiers { Offset = offset } });

    private static string Matched(VectorMatching matching)
        => PromQlPrinter.Print(Ql.Binary(BinaryOperator.Add, Ql.Series("a"), Ql.Series("b"), matching));
}
