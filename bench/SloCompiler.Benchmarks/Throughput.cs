using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Conditions;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Versions;

namespace SloCompiler.Benchmarks;

/// <summary>Expressions a second of processor time, and what each allocates, over the expressions of 10,000 rules.</summary>
internal static class Throughput
{
    private const int Rules = 10_000;
    private const int WarmUps = 20;
    private const int Rounds = 15;

    private static readonly PrometheusTarget Old = new(new PrometheusRelease(2, 42));

    public static void Run(TextWriter output)
    {
        var texts = RuleGenerator.Expressions(Rules);
        var trees = texts.Select(Parse).ToImmutableArray();
        output.WriteLine("| over the expressions of 10,000 rules | expressions/s | bytes each |\n|---|---|---|");
        Measure(output, "parsed, with types", texts, trees, (text, _) => Parse(text));
        Measure(output, "and label flow", texts, trees, (text, _) => LabelFlow.Of(Parse(text), MeaningContext.Empty));
        Measure(output, "and version check", texts, trees, Checked);
        Measure(output, "label flow alone", texts, trees, (_, tree) => LabelFlow.Of(tree, MeaningContext.Empty));
        Measure(output, "version check alone", texts, trees, (text, tree) => VersionCheck.Run(tree, text, Old));
        Measure(output, "conditions alone", texts, trees, (_, tree) => ConditionFlow.Of(tree, MeaningContext.Empty));
        Measure(output, "quantities alone", texts, trees, (_, tree) => QuantityFlow.Of(tree, MeaningContext.Empty));
        Measure(output, "printed", texts, trees, (_, tree) => PromQlPrinter.Print(tree));
        Measure(output, "printed over lines", texts, trees, (_, tree) => PromQlPrinter.PrintPretty(tree));
    }

    private static object Checked(string text, PromQlExpr written)
    {
        var tree = Parse(text);
        VersionCheck.Run(tree, text, Old);
        return LabelFlow.Of(tree, MeaningContext.Empty);
    }

    private static PromQlExpr Parse(string text)
        => PromQlParser.Parse(text) is { IsValid: true, Expr: { } tree } ? tree : throw new InvalidOperationException(text);

    // The best round is the one with the least other work on the machine.
    private static void Measure(TextWriter output, string what, ImmutableArray<string> texts, ImmutableArray<PromQlExpr> trees, Func<string, PromQlExpr, object> work)
    {
        var best = TimeSpan.MaxValue;
        long bytes = 0;
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < texts.Length; i++)
            {
                work(texts[i], trees[i]);
            }

            var elapsed = Environment.CpuUsage.TotalTime - start;
            best = round >= WarmUps && elapsed < best ? elapsed : best;
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {texts.Length / best.TotalSeconds:N0} | {bytes / texts.Length:N0} |"));
    }
}
