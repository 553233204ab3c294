using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Tests.Grafana.Validation;

/// <summary>Ids, places and kinds of panels.</summary>
internal static class LayoutRules
{
    public static ImmutableArray<BoardRule> All { get; } =
    [
        new("D01", Ids),
        new("D02", Places),
        new("D03", c => Boards.Panels(c.Board)
            .Select(p => Boards.Text(p, "type"))
            .Where(t => t != "row" && !SchemaSet.PanelTypes.Contains(t))
            .Select(t => $"unknown type {t}")),
        new("D06", c => Boards.Panels(c.Board).SelectMany(RefIds)),
        new("D14", DataSources),
    ];

    private static IEnumerable<string> Ids(BoardCase board)
    {
        var ids = Boards.Panels(board.Board).Select(p => Boards.Number(p, "id")).ToList();
        return ids.Where(i => i is null or <= 0).Select(i => $"id {i}")
            .Concat(ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => $"id {g.Key} twice"));
    }

    private static IEnumerable<string> Places(BoardCase board)
    {
        var areas = Boards.Panels(board.Board).Select(p => (Panel: p, Area: Area(p))).ToList();
        foreach (var (panel, area) in areas)
        {
            if (area.X < 0 || area.Y < 0 || area.Width < 1 || area.Height < 1 || area.X + area.Width > 24)
            {
                yield return $"{Boards.Text(panel, "title")} is off the grid";
            }

            if (Boards.Text(panel, "type") == "row" && (area.X != 0 || area.Width != 24))
            {
                yield return $"row {Boards.Text(panel, "title")} is not of full width";
            }
        }

        // What does not overlap and covers as many cells as there are leaves none empty.
        var height = areas.Select(a => a.Area.Y + a.Area.Height).DefaultIfEmpty(0).Max();
        if (areas.Sum(a => a.Area.Width * a.Area.Height) < 24 * height)
        {
            yield return "there are holes between panels";
        }

        for (var i = 0; i < areas.Count; i++)
        {
            foreach (var other in areas.Skip(i + 1).Where(o => Overlap(areas[i].Area, o.Area)))
            {
                yield return $"{Boards.Text(areas[i].Panel, "title")} overlaps {Boards.Text(other.Panel, "title")}";
            }
        }
    }

    private static (int X, int Y, int Width, int Height) Area(JsonObject panel)
    {
        var pos = panel["gridPos"];
        return (Boards.Number(pos, "x") ?? -1, Boards.Number(pos, "y") ?? -1, Boards.Number(pos, "w") ?? -1, Boards.Number(pos, "h") ?? -1);
    }

    private static bool Overlap((int X, int Y, int Width, int Height) a, (int X, int Y, int Width, int Height) b)
        => a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;

    private static IEnumerable<string> RefIds(JsonObject panel) => Boards.List(panel, "targets")
        .Select((t, i) => (Actual: Boards.Text(t, "refId"), Expected: ((char)('A' + i)).ToString()))
        .Where(p => p.Actual != p.Expected)
        .Select(p => $"refId {p.Actual} instead of {p.Expected}");

    private static IEnumerable<string> DataSources(BoardCase board) => Boards.Panels(board.Board)
        .Where(p => Boards.Text(p, "type") != "row")
        .Concat(Boards.Targets(board.Board).Where(t => t["datasource"] is not null)) // A query without one has that of its panel.
        .Where(o => Boards.Text(o["datasource"], "uid") != "${datasource}")
        .Select(o => $"data source {o["datasource"]?.ToJsonString()}");
}
