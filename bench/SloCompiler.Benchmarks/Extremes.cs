using System.Diagnostics;
using System.Globalization;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Conditions;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Versions;

namespace SloCompiler.Benchmarks;

/// <summary>Milliseconds for each step over expressions that are as deep as any.</summary>
internal static class Extremes
{
    private const int Rounds = 5;

    private static readonly (string Name, string Text)[] Inputs =
    [
        ("10,000 `+` of numbers", "1" + Repeat(" + 1", 10_000)),
        ("10,000 `+` of series", "x" + Repeat(" + x", 10_000)),
        ("10,000 `or`", "x" + Repeat(" or x", 10_000)),
        ("10,000 `or` of different series", "x" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $" or sum by (l{i % 50}) (x{i})"))),
        ("10,000 `unless on`", "x" + Repeat(" unless on (a) x{b=\"c\"} > 1", 10_000)),
        ("9,000 `^`", Repeat("x ^ ", 9_000) + "x"),
        ("1,000 nested subqueries", Repeat("max_over_time(last_over_time(", 500) + "x" + Repeat("[1h:1m])[1h:1m])", 500)),
        ("55 kB of nested subqueries", Repeat("avg_over_time(sum_over_time(", 1_000) + "x" + Repeat("[1h30m:1m])[10h30m:1m])", 1_000)),
        ("5,000 parentheses", Repeat("(", 5_000) + "x" + Repeat(")", 5_000)),
        ("3,000 aggregations", Repeat("sum by (a, b) (", 3_000) + "x" + Repeat(")", 3_000)),
        ("10,000 matchers", "x{" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"l{i}=\"v\",")) + "}"),
        ("10,000 alternatives", "x{a=~\"" + string.Join('|', Enumerable.Range(0, 10_000).Select(i => $"v{i}")) + "\"}"),
    ];

    private static readonly (string Name, Action<string, PromQlExpr> Work)[] Steps =
    [
        ("parse", (text, _) => PromQlParser.Parse(text)),
        ("print", (_, tree) => PromQlPrinter.Print(tree)),
        ("pretty", (_, tree) => PromQlPrinter.PrintPretty(tree)),
        ("labels", (_, tree) => LabelFlow.Of(tree, MeaningContext.Empty)),
        ("conditions", (_, tree) => ConditionFlow.Of(tree, MeaningContext.Empty)),
        ("quantities", (_, tree) => QuantityFlow.Of(tree, MeaningContext.Empty)),
        ("features", (text, tree) => FeatureUse.Of(tree, text)),
        ("fold", (_, tree) => ConstantFolding.Fold(tree)),
    ];

    public static void Run(TextWriter output)
    {
        output.WriteLine($"| ms | {string.Join(" | ", Steps.Select(s => s.Name))} |\n|---|{Repeat("---|", Steps.Length)}");
        foreach (var (name, text) in Inputs)
        {
            var tree = PromQlParser.Parse(text).Expr ?? throw new InvalidOperationException(name);
            output.WriteLine($"| {name} | {string.Join(" | ", Steps.Select(s => Best(() => s.Work(text, tree))))} |");
        }
    }

    private static string Best(Action work)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best.ToString("F1", CultureInfo.InvariantCulture);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
