using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana;
using SloCompiler.Plan;

namespace SloCompiler.BackEnds.Tests.Grafana;

/// <summary>Generated dashboards as JSON, and short ways into them.</summary>
internal static class Boards
{
    /// <summary>All dashboards by path.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Of(CompilationPlan plan) => new GrafanaBackEnd().Generate(plan)
        .Where(f => f.Path.EndsWith(".json", StringComparison.Ordinal))
        .ToDictionary(f => f.Path, f => Parse(f.Text));

    public static JsonObject Parse(string json) => JsonNode.Parse(json) as JsonObject ?? throw new InvalidOperationException("not an object");

    public static JsonObject Edge() => Of(SamplePlans.Full)["grafana/edge.json"];

    public static JsonObject Overview() => Of(SamplePlans.Full)["grafana/overview.json"];

    /// <summary>The objects in a list.</summary>
    public static IEnumerable<JsonObject> List(JsonNode? owner, string key) => owner?[key] is JsonArray array ? array.OfType<JsonObject>() : [];

    public static IEnumerable<JsonObject> Panels(JsonObject board) => List(board, "panels");

    public static IEnumerable<JsonObject> Targets(JsonObject board) => Panels(board).SelectMany(p => List(p, "targets"));

    public static string Text(JsonNode? node, string key) => node?[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public static int? Number(JsonNode? node, string key)
        => node?[key] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static JsonObject Panel(JsonObject board, string title) => Panels(board).First(p => Text(p, "title") == title);

    /// <summary>Every text in a document, with the key that it stands under.</summary>
    public static IEnumerable<(string Key, string Text)> Texts(JsonNode? node, string key = "") => node switch
    {
        JsonObject obj => obj.SelectMany(p => Texts(p.Value, p.Key)),
        JsonArray array => array.SelectMany(item => Texts(item, key)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(key, text)],
        _ => [],
    };
}
