using System.Buffers;
using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan.Dashboards;

namespace SloCompiler.BackEnds.Grafana.Json;

/// <summary>
/// The classic JSON model: the one that file providers, sidecars, operators and Terraform all take.
/// Keys are always written in the same order.
/// </summary>
internal static class ClassicDashboard
{
    /// <summary>Tag of all our dashboards, by which they link to each other.</summary>
    public const string Tag = "slo";

    private const int SchemaVersion = 42;

    /// <summary>Writes a dashboard, in UTF-8.</summary>
    public static void Write(Dashboard dashboard, IBufferWriter<byte> buffer) => JsonText.Write(Build(dashboard), buffer);

    /// <summary>The dashboard as JSON.</summary>
    public static JsonObject Build(Dashboard dashboard) => new()
    {
        ["uid"] = dashboard.Uid,
        ["title"] = dashboard.Title,
        ["description"] = dashboard.Description,
        ["tags"] = new JsonArray(Tag, "generated"),
        ["timezone"] = "browser",
        ["editable"] = false,
        ["graphTooltip"] = 1,
        ["time"] = new JsonObject { ["from"] = dashboard.From, ["to"] = "now" },
        ["timepicker"] = new JsonObject(),
        ["refresh"] = "1m",
        ["schemaVersion"] = SchemaVersion,
        ["fiscalYearStartMonth"] = 0,
        ["links"] = JsonText.Array(dashboard.Links.Select(LinkJson.Write)),
        ["annotations"] = new JsonObject
        {
            ["list"] = JsonText.Array([BuiltInAnnotations(), .. dashboard.Annotations.Select(AlertAnnotations)]),
        },
        ["templating"] = new JsonObject
        {
            ["list"] = JsonText.Array([DataSource(), .. dashboard.Variables.Select(QueryVariable)]),
        },
        ["panels"] = PanelJson.WriteAll(dashboard.Rows),
    };

    private static JsonObject BuiltInAnnotations() => new()
    {
        ["name"] = "Annotations & Alerts",
        ["type"] = "dashboard",
        ["builtIn"] = 1,
        ["enable"] = true,
        ["hide"] = true,
        ["iconColor"] = "rgba(0, 211, 255, 1)",
        ["datasource"] = new JsonObject { ["type"] = "grafana", ["uid"] = "-- Grafana --" },
    };

    private static JsonObject AlertAnnotations(Annotation annotation) => new()
    {
        ["name"] = annotation.Name,
        ["enable"] = true,
        ["hide"] = false,
        ["iconColor"] = Colours.Page,
        ["datasource"] = PanelJson.DataSource(),
        ["expr"] = annotation.Expr,
        ["titleFormat"] = "{{alertname}}",
        ["textFormat"] = "{{severity}}",
        ["tagKeys"] = annotation.TagKeys,
        ["step"] = "5m",
        ["useValueForTime"] = false,
    };

    private static JsonObject DataSource() => new()
    {
        ["type"] = "datasource",
        ["name"] = DashboardVariable.DataSource,
        ["label"] = "Data source",
        ["query"] = "prometheus",
        ["refresh"] = 1,
        ["hide"] = 0,
        ["multi"] = false,
        ["includeAll"] = false,
        ["skipUrlSync"] = false,
        ["regex"] = "",
        ["current"] = new JsonObject { ["text"] = "default", ["value"] = "default" },
        ["options"] = new JsonArray(),
    };

    private static JsonObject QueryVariable(LabelVariable variable)
    {
        // The wrapper is Grafana's own query language; the selector in it was printed from a tree.
        var query = $"label_values({variable.Selector}, {variable.Label})";
        return new JsonObject
        {
            ["type"] = "query",
            ["name"] = variable.Name,
            ["label"] = variable.Label,
            ["datasource"] = PanelJson.DataSource(),
            ["query"] = new JsonObject
            {
                ["query"] = query,
                ["refId"] = "PrometheusVariableQueryEditor-VariableQuery",
                ["qryType"] = 1,
            },
            ["definition"] = query,
            ["refresh"] = 2,
            ["sort"] = 1,
            ["multi"] = true,
            ["includeAll"] = true,
            ["allValue"] = ".+",
            ["hide"] = 0,
            ["skipUrlSync"] = false,
            ["regex"] = "",
            ["current"] = new JsonObject { ["text"] = "All", ["value"] = "$__all" },
            ["options"] = new JsonArray(),
        };
    }
}
