using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Tests.Grafana.Validation;

/// <summary>Units, thresholds, the look of missing values, and overrides.</summary>
internal static class FieldRules
{
    public static ImmutableArray<BoardRule> All { get; } =
    [
        new("D04", c => WithValues(c).Select(p => Boards.Text(Defaults(p), "unit")).Where(u => !SchemaSet.Units.Contains(u)).Select(u => $"unit {u}")),
        new("D05", Thresholds),
        new("D10", c => WithValues(c).SelectMany(p => Overrides(p, c))),
        new("D12", c => SchemaSet.Validate(c.Board)),
        new("D13", Texts),
        new("L-panel-no-targets", c => WithValues(c).Where(p => !Boards.List(p, "targets").Any()).Select(p => $"{Title(p)} queries nothing")),
    ];

    private static IEnumerable<JsonObject> WithValues(BoardCase board)
        => Boards.Panels(board.Board).Where(p => Boards.Text(p, "type") is not ("row" or "text"));

    private static JsonNode? Defaults(JsonObject panel) => panel["fieldConfig"]?["defaults"];

    private static string Title(JsonObject panel) => Boards.Text(panel, "title");

    private static IEnumerable<string> Thresholds(BoardCase board) => WithValues(board)
        .Select(Defaults)
        .Concat(WithValues(board).SelectMany(p => Boards.List(p["fieldConfig"], "overrides")).SelectMany(o => Boards.List(o, "properties"))
            .Where(p => Boards.Text(p, "id") == "thresholds")
            .Select(p => new JsonObject { ["thresholds"] = p["value"]?.DeepClone() }))
        .SelectMany(owner => StepFaults(Boards.List(owner?["thresholds"], "steps").Select(s => s["value"]?.GetValue<decimal>()).ToList()));

    private static IEnumerable<string> StepFaults(List<decimal?> steps)
    {
        if (steps.Count == 0 || steps[0] is not null)
        {
            yield return "the first step is not open";
        }

        if (steps.Skip(1).Any(s => s is null) || !steps.Skip(1).SequenceEqual(steps.Skip(1).Distinct().Order()))
        {
            yield return $"steps do not ascend: {string.Join(", ", steps)}";
        }
    }

    private static IEnumerable<string> Texts(BoardCase board)
    {
        var all = Boards.Panels(board.Board).Where(p => Boards.Text(p, "type") != "row");
        foreach (var panel in all.Where(p => Title(p).Length == 0 || Boards.Text(p, "description").Length == 0))
        {
            yield return $"{Title(panel)} lacks title or description";
        }

        foreach (var panel in WithValues(board))
        {
            var hasLook = Boards.List(Defaults(panel), "mappings").Any(m => Boards.Text(m["options"], "match") == "null+nan");
            if (!hasLook || Boards.Text(Defaults(panel), "noValue").Length == 0)
            {
                yield return $"{Title(panel)} shows missing values like good ones";
            }
        }
    }

    private static IEnumerable<string> Overrides(JsonObject panel, BoardCase board)
    {
        var slos = board.Plan.Services.SelectMany(s => s.Slos).Select(s => s.Name);
        var names = Names(panel).SelectMany(n => n == "{{slo}}" ? slos : [n]).ToHashSet(StringComparer.Ordinal);
        return Boards.List(panel["fieldConfig"], "overrides")
            .Select(o => Boards.Text(o["matcher"], "options"))
            .Where(n => !names.Contains(n))
            .Select(n => $"{Title(panel)} has no series or column {n}");
    }

    private static IEnumerable<string> Names(JsonObject panel) => Boards.List(panel, "targets").SelectMany(t => Boards.Text(t, "format") == "table"
        ? Columns(t)
        : [Boards.Text(t, "legendFormat")]);

    private static IEnumerable<string> Columns(JsonObject target) => QueryTrees.Parse(Boards.Text(target, "expr")).Expr is { } expr
        ? QueryTrees.Nodes(expr).SelectMany(n => Labels(n.Node)).Append($"Value #{Boards.Text(target, "refId")}")
        : [];

    private static ImmutableArray<string> Labels(PromQlExpr node) => node switch
    {
        AggregateExpr { Grouping: { } by } => by.Labels,
        CallExpr { Function: "label_replace" or "label_join", Arguments: [_, StringLiteral label, ..] } => [label.Value],
        _ => [],
    };
}
