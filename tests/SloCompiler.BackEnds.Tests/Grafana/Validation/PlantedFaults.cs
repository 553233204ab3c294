using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Tests.Grafana.Validation;

/// <summary>One fault for each check, planted into a good dashboard.</summary>
internal static class PlantedFaults
{
    /// <summary>By name: the code that must find it, and how it is planted.</summary>
    public static IReadOnlyDictionary<string, (string Code, Action<JsonObject> Plant)> All { get; } = new Dictionary<string, (string, Action<JsonObject>)>
    {
        ["two panels with one id"] = ("D01", b => First(b)["id"] = Boards.Number(Boards.Panels(b).Last(), "id")),
        ["a panel without an id"] = ("D01", b => First(b).Remove("id")),
        ["two panels in one place"] = ("D02", b => First(b)["gridPos"] = Boards.Panel(b, "Burn rates of the alert windows")["gridPos"]?.DeepClone()),
        ["a panel beyond the right edge"] = ("D02", b => Set(First(b), 20, "gridPos", "x")),
        ["a row that is not as wide as the grid"] = ("D02", b => Set(Boards.Panels(b).First(p => Boards.Text(p, "type") == "row"), 12, "gridPos", "w")),
        ["a hole beside a panel"] = ("D02", b => Set(First(b), 1, "gridPos", "w")),
        ["a type that does not exist"] = ("D03", b => First(b)["type"] = "timeserie"),
        ["a unit that does not exist"] = ("D04", b => Set(Chart(b), "percentunits", "fieldConfig", "defaults", "unit")),
        ["thresholds that descend"] = ("D05", b => Reverse(Boards.Panel(b, "Budget")["fieldConfig"]?["defaults"]?["thresholds"])),
        ["a query without a letter"] = ("D06", b => Boards.Targets(b).First().Remove("refId")),
        ["queries out of order"] = ("D06", b => Boards.List(Chart(b), "targets").First()["refId"] = "B"),
        ["a uid that is too long"] = ("D07", b => b["uid"] = new string('a', 41)),
        ["the uid of another dashboard"] = ("D07", b => b["uid"] = "slo-overview"),
        ["the title of another dashboard"] = ("D07", b => b["title"] = "SLO overview"),
        ["a variable that is not defined"] = ("D08", b => Boards.Targets(b).First()["expr"] = "max(slo:info{service=\"$cluster\"})"),
        ["a link to a dashboard that does not exist"] = ("D09", b => Boards.List(b, "links").First()["url"] = "/d/slo-elsewhere"),
        ["a link that runs a script"] = ("D09", b => Boards.List(b, "links").First()["url"] = "javascript:alert(1)"),
        ["a link that sets a variable that its target lacks"] = ("D09", b => Boards.List(b, "links").First()["url"] = "/d/slo-overview?var-cluster=x"),
        ["an override for a series that does not exist"] = ("D10", b => Set(Boards.List(Chart(b)["fieldConfig"], "overrides").First(), "page factor", "matcher", "options")),
        ["a query that is not PromQL"] = ("D11", b => Boards.Targets(b).First()["expr"] = "sum(slo:info{}[5m])"),
        ["a metric that nothing records"] = ("D11", b => Boards.Targets(b).First()["expr"] = "max(slo:error_ratio:rate7m)"),
        ["a misspelt key"] = ("D12", b => First(b)["titel"] = "x"),
        ["a width beyond the grid"] = ("D12", b => Set(First(b), 25, "gridPos", "w")),
        ["a title that is a number"] = ("D12", b => First(b)["title"] = 7),
        ["a refresh that is not a text"] = ("D12", b => b["refresh"] = false),
        ["a link without a title"] = ("D12", b => Boards.List(b, "links").First().Remove("title")),
        ["an option that does not exist"] = ("D12", b => Set(Boards.Panel(b, "Budget"), "values", "options", "colorMode")),
        ["a line style that does not exist"] = ("D12", b => Set(Boards.Panel(b, "Error budget, 30d"), "areas", "fieldConfig", "defaults", "custom", "thresholdsStyle", "mode")),
        ["a panel without a description"] = ("D13", b => Chart(b)["description"] = ""),
        ["missing values that look good"] = ("D13", b => Set(Boards.Panel(b, "Budget"), new JsonArray(), "fieldConfig", "defaults", "mappings")),
        ["a fixed data source"] = ("D14", b => Set(First(b), "prometheus-1", "datasource", "uid")),
        ["a huge file"] = ("D15", b => First(b)["description"] = new string('x', 900_001)),
        ["a label that no alert has"] = ("D16", b => Boards.Targets(b).First()["expr"] = "max(ALERTS{slo_id=\"x\"})"),
        ["a script in Markdown"] = ("D17", b => Set(First(b), "<script>alert(1)</script>", "options", "content")),
        ["a Markdown link that runs a script"] = ("D17", b => Set(First(b), "[x](javascript:alert)", "options", "content")),
        ["a panel that queries nothing"] = ("L-panel-no-targets", b => Chart(b)["targets"] = new JsonArray()),
        ["a dashboard that can be edited"] = ("L-uneditable", b => b["editable"] = true),
        ["no choice of the data source"] = ("L-template-datasource", b => Variables(b).RemoveAt(0)),
        ["a variable that is read once"] = ("L-template-reload", b => Set(Variables(b)[1], 1, "refresh")),
        ["a variable that asks for nothing"] = ("L-template-label", b => Set(Variables(b)[1], "region", "query", "query")),
        ["no tags"] = ("git-sync", b => b.Remove("tags")),
        ["a rate over a fixed range"] = ("L-rate-interval", b => Boards.Targets(b).First()["expr"] = "sum(rate(http_request_duration_seconds_bucket[5m]))"),
        ["a counter as it is"] = ("L-counter-agg", b => Boards.Targets(b).First()["expr"] = "sum(http_requests_total)"),
        ["a zero in place of nothing"] = ("no-zero-for-nothing", b => Boards.Targets(b).First()["expr"] = "max(slo:info) or vector(0)"),
    };

    /// <summary>The first panel that is not a header: the words about the first SLO.</summary>
    private static JsonObject First(JsonObject board) => Boards.Panel(board, "About");

    private static JsonObject Chart(JsonObject board) => Boards.Panel(board, "Burn rates of the alert windows");

    private static JsonArray Variables(JsonObject board) => board["templating"]?["list"] as JsonArray ?? [];

    private static void Reverse(JsonNode? thresholds)
    {
        if (thresholds is JsonObject owner && owner["steps"] is JsonArray steps)
        {
            owner["steps"] = new JsonArray([.. steps.Reverse().Select(s => s?.DeepClone())]);
        }
    }

    private static void Set(JsonNode? owner, JsonNode value, params string[] path)
    {
        foreach (var key in path[..^1])
        {
            owner = owner?[key];
        }

        if (owner is JsonObject target)
        {
            target[path[^1]] = value;
        }
    }
}
