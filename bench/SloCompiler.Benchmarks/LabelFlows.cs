using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Benchmarks;

/// <summary>The labels of the results of 100 rules, and their printing; one operation is all of them.</summary>
[MemoryDiagnoser]
public class LabelFlows
{
    private readonly ImmutableArray<PromQlExpr> _trees =
        [.. RuleGenerator.Expressions(100).Select(e => PromQlParser.Parse(e).Expr ?? throw new InvalidOperationException(e))];

    [Benchmark(Baseline = true)]
    public object[] LabelFlowOfEach() => [.. _trees.Select(tree => (object)LabelFlow.Of(tree, MeaningContext.Empty))];

    [Benchmark]
    public string[] PrintedOverLines() => [.. _trees.Select(PromQlPrinter.PrintPretty)];
}
