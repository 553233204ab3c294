using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SloCompiler.BackEnds.Tests.Grafana.Validation;

/// <summary>What a file must be for Grafana to take it in at all, and beside others.</summary>
internal static partial class OutputRules
{
    public static ImmutableArray<BoardRule> All { get; } =
    [
        new("D07", Identity),
        new("D15", c => c.Board.ToJsonString().Length > 900_000 ? ["too large"] : []),
        new("L-uneditable", c => c.Board["editable"]?.GetValue<bool>() == false ? [] : ["editable"]),
        new("L-template-datasource", DataSourceVariable),
        new("L-template-reload", c => Variables(c)
            .Where(v => Boards.Text(v, "type") == "query" && Boards.Number(v, "refresh") != 2)
            .Select(v => $"{Boards.Text(v, "name")} is not read again when the time changes")),
        new("L-template-label", c => Variables(c)
            .Where(v => Boards.Text(v, "type") == "query" && !LabelValues().IsMatch(Boards.Text(v["query"], "query")))
            .Select(v => $"{Boards.Text(v, "name")} asks for {v["query"]?.ToJsonString()}")),
        new("git-sync", c => ((string[])["panels", "schemaVersion", "tags"]).Where(k => c.Board[k] is null).Select(k => $"lacks {k}")),
    ];

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$")]
    private static partial Regex Uid();

    [GeneratedRegex(@"^label_values\(.+, [a-zA-Z_][a-zA-Z0-9_]*\)$")]
    private static partial Regex LabelValues();

    private static IEnumerable<JsonObject> Variables(BoardCase board) => Boards.List(board.Board["templating"], "list");

    private static IEnumerable<string> Identity(BoardCase board)
    {
        foreach (var key in (string[])["uid", "title"])
        {
            var value = Boards.Text(board.Board, key);
            if (board.Others.Values.Count(o => Boards.Text(o, key) == value) > 1)
            {
                yield return $"{key} {value} twice: Grafana would import nothing more";
            }
        }

        if (!Uid().IsMatch(Boards.Text(board.Board, "uid")))
        {
            yield return $"uid {Boards.Text(board.Board, "uid")}";
        }
    }

    private static IEnumerable<string> DataSourceVariable(BoardCase board)
    {
        var variables = Variables(board).Where(v => Boards.Text(v, "type") == "datasource").ToList();
        return variables is [var only] && Boards.Text(only, "name") == "datasource" && Boards.Text(only, "label") == "Data source"
            ? []
            : [$"{variables.Count} data source variables"];
    }
}
