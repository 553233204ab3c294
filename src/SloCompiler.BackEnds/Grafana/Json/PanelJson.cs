using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan.Dashboards;
using SloCompiler.PromQL.Printing;

namespace SloCompiler.BackEnds.Grafana.Json;

/// <summary>Writes rows and panels.</summary>
internal static class PanelJson
{
    private const int GridWidth = 24;

    /// <summary>The rows one below the other. A row is never collapsed: nested panels get lost on some ways into Grafana.</summary>
    public static JsonArray WriteAll(ImmutableArray<Row> rows)
    {
        var ids = PanelIds.Assign(rows.SelectMany(Slots));
        var panels = new List<JsonNode?>();
        var top = 0;
        foreach (var row in rows)
        {
            if (row.Title is { } title)
            {
                panels.Add(Header(ids[row.Slot], title, top));
                top++;
            }

            panels.AddRange(row.Panels.Select(p => Write(ids[p.Panel.Slot], p.Panel, p.Area, top)));
            top += row.Height;
        }

        return JsonText.Array(panels);
    }

    /// <summary>The data source that the reader has chosen.</summary>
    public static JsonObject DataSource() => new()
    {
        ["type"] = "prometheus",
        ["uid"] = "${" + DashboardVariable.DataSource + "}",
    };

    private static IEnumerable<string> Slots(Row row)
        => row.Title is null ? row.Panels.Select(p => p.Panel.Slot) : row.Panels.Select(p => p.Panel.Slot).Prepend(row.Slot);

    private static JsonObject Header(int id, string title, int top) => new()
    {
        ["id"] = id,
        ["type"] = "row",
        ["title"] = title,
        ["collapsed"] = false,
        ["gridPos"] = Position(new GridArea(0, top, GridWidth, 1)),
        ["panels"] = new JsonArray(),
    };

    private static JsonObject Write(int id, Panel panel, GridArea area, int top)
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["type"] = panel.Type,
            ["title"] = panel.Title,
            ["description"] = panel.Description,
            ["datasource"] = DataSource(),
            ["gridPos"] = Position(area with { Y = top + area.Y }),
        };
        if (!panel.Links.IsEmpty)
        {
            json["links"] = JsonText.Array(panel.Links.Select(LinkJson.Write));
        }

        if (panel.LooksBack is { } back)
        {
            json["timeFrom"] = back;
        }

        if (panel.MostPoints is { } points)
        {
            json["maxDataPoints"] = points;
        }

        json["targets"] = JsonText.Array(panel.Targets.Select(Write));
        if (panel.Transformations() is { IsEmpty: false } transformations)
        {
            json["transformations"] = JsonText.Array(transformations);
        }

        json["fieldConfig"] = FieldJson.Write(panel.Fields, panel.Custom());
        json["options"] = panel.Options();
        return json;
    }

    private static JsonObject Position(GridArea area) => new()
    {
        ["x"] = area.X,
        ["y"] = area.Y,
        ["w"] = area.Width,
        ["h"] = area.Height,
    };

    private static JsonNode Write(Target target, int index)
    {
        // The data source is that of the panel, and a query runs over the time range unless it says otherwise.
        var json = new JsonObject { ["refId"] = RefId(index), ["expr"] = PromQlPrinter.Print(target.Expr) };
        if (target.Legend.Length > 0)
        {
            json["legendFormat"] = target.Legend;
        }

        if (target.Kind != TargetKind.Range)
        {
            json["instant"] = true;
        }

        if (target.Kind == TargetKind.Table)
        {
            json["format"] = "table";
        }

        if (target.HasExemplars)
        {
            json["exemplar"] = true;
        }

        return json;
    }

    /// <summary>A, B, … Z, AA, AB, …</summary>
    private static string RefId(int index)
    {
        var last = ((char)('A' + (index % 26))).ToString();
        return index < 26 ? last : RefId((index / 26) - 1) + last;
    }
}
