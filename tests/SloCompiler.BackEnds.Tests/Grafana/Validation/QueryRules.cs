using System.Collections.Immutable;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Tests.Grafana.Validation;

/// <summary>What queries may ask for, and how.</summary>
internal static class QueryRules
{
    private const string Alerts = "ALERTS";
    private const string AlertStarts = "ALERTS_FOR_STATE";

    private static readonly HashSet<string> CounterFunctions = ["rate", "irate", "increase"];

    public static ImmutableArray<BoardRule> All { get; } =
    [
        new("D11", Metrics),
        new("D16", AlertLabels),
        new("L-rate-interval", RateIntervals),
        new("L-counter-agg", Counters),
        new("no-zero-for-nothing", c => QueryTrees.Of(c.Board).SelectMany(e => QueryTrees.Nodes(e)).Select(n => n.Node).OfType<BinaryExpr>()
            .Where(b => b.Operator == BinaryOperator.Or && b.Right is CallExpr { Function: "vector" })
            .Select(_ => "or vector(…) makes a missing value look good")),
    ];

    private static IEnumerable<string> Metrics(BoardCase board)
    {
        var known = Known(board.Plan);
        foreach (var text in QueryTrees.Texts(board.Board))
        {
            var parsed = QueryTrees.Parse(text);
            foreach (var error in parsed.Errors)
            {
                yield return $"{text}: {error.Message}";
            }

            foreach (var name in parsed.Expr is null ? [] : QueryTrees.Selectors(parsed.Expr).Select(s => s.MetricName).Where(n => n is null || !known.Contains(n)))
            {
                yield return $"{text}: nothing records {name}";
            }
        }
    }

    private static IEnumerable<string> AlertLabels(BoardCase board)
    {
        var known = board.Plan.Services.SelectMany(s => s.Groups).SelectMany(g => g.Rules).OfType<AlertingRule>().SelectMany(a => a.Labels.Select(l => l.Name))
            .Concat(board.Plan.Services.SelectMany(s => s.Slos).SelectMany(s => s.By))
            .Concat(["alertname", "alertstate"])
            .ToHashSet(StringComparer.Ordinal);
        return QueryTrees.Of(board.Board).SelectMany(QueryTrees.Selectors)
            .Where(s => s.MetricName is Alerts or AlertStarts)
            .SelectMany(s => s.Matchers)
            .Where(m => !known.Contains(m.Name))
            .Select(m => $"no alert has the label {m.Name}");
    }

    private static IEnumerable<string> RateIntervals(BoardCase board) => QueryTrees.Of(board.Board)
        .SelectMany(e => QueryTrees.Nodes(e))
        .Where(n => n is { Node: MatrixSelector { Range: not DurationVariable { Name: "__rate_interval" } }, Function: "rate" or "irate" })
        .Select(_ => "a rate over a fixed range");

    private static IEnumerable<string> Counters(BoardCase board) => QueryTrees.Of(board.Board)
        .SelectMany(e => QueryTrees.Nodes(e))
        .Where(n => n.Node is VectorSelector { MetricName: { } name } && name.EndsWith("_total", StringComparison.Ordinal)
            && !CounterFunctions.Contains(n.Function ?? ""))
        .Select(n => $"{n.Node} is a counter");

    /// <summary>What rules record, and what authors named themselves; the overview of no SLO asks for the names all the same.</summary>
    private static HashSet<string> Known(CompilationPlan plan) =>
    [
        Alerts, AlertStarts, SeriesNames.Info, SeriesNames.Objective, SeriesNames.BudgetRemaining, SeriesNames.BurnRate1h, SeriesNames.PeriodErrorRatio,
        .. plan.Services.SelectMany(s => s.Groups).SelectMany(g => g.Rules).OfType<RecordingRule>().Select(r => r.Record),
        .. plan.Services.SelectMany(s => s.Slos).SelectMany(s => s.Quantiles).SelectMany(q => Names(q.Expr)),
        .. plan.Services.SelectMany(s => s.Rows).SelectMany(r => r.Panels).SelectMany(p => p.Queries).SelectMany(q => Names(q.Expr)),
    ];

    private static IEnumerable<string> Names(PromQlExpr expr) => QueryTrees.Selectors(expr).Select(s => s.MetricName ?? "");
}
