using System.Text.Json.Nodes;
using SloCompiler.Testing;

namespace SloCompiler.BackEnds.Tests.Grafana.Validation;

/// <summary>Grafana's schemas, with the corrections without which no real dashboard passes.</summary>
internal static class SchemaSet
{
    private static readonly Dictionary<string, string> FilesByPanelType = new(StringComparer.Ordinal)
    {
        ["stat"] = "stat",
        ["timeseries"] = "timeseries",
        ["table"] = "table",
        ["text"] = "text",
        ["gauge"] = "gauge",
        ["bargauge"] = "bargauge",
        ["state-timeline"] = "statetimeline",
    };

    private static readonly Dictionary<string, string> CustomFields = new(StringComparer.Ordinal)
    {
        ["timeseries"] = "GraphFieldConfig",
        ["table"] = "TableFieldOptions",
        ["state-timeline"] = "FieldConfig",
    };

    private static readonly Lazy<JsonSchemaValidator> Dashboard = new(() => new JsonSchemaValidator(CorrectedDashboard()));
    private static readonly Lazy<JsonSchemaValidator> Query = new(() => new JsonSchemaValidator(Load("prometheus")));

    private static readonly Dictionary<string, Lazy<JsonSchemaValidator>> Families = FilesByPanelType.ToDictionary(
        f => f.Key, f => new Lazy<JsonSchemaValidator>(() => new JsonSchemaValidator(CorrectedFamily(f.Value))), StringComparer.Ordinal);

    /// <summary>The types of panels that the schemas know.</summary>
    public static IReadOnlyCollection<string> PanelTypes => FilesByPanelType.Keys;

    /// <summary>The units that Grafana knows.</summary>
    public static IReadOnlySet<string> Units { get; } = ReadUnits();

    /// <summary>What is wrong with a dashboard, its queries and the options of its panels.</summary>
    public static IReadOnlyList<string> Validate(JsonObject board) =>
    [
        .. Dashboard.Value.Validate(board),
        .. Boards.Targets(board).SelectMany(t => Query.Value.Validate(t)),
        .. Boards.Panels(board).SelectMany(ValidateFamily),
    ];

    private static IEnumerable<string> ValidateFamily(JsonObject panel)
    {
        var type = Boards.Text(panel, "type");
        if (!Families.TryGetValue(type, out var schema))
        {
            return [];
        }

        var family = schema.Value;
        var custom = panel["fieldConfig"]?["defaults"]?["custom"];
        return custom is not null && CustomFields.TryGetValue(type, out var definition)
            ? [.. family.Validate(panel["options"], "Options"), .. family.Validate(custom, definition)]
            : family.Validate(panel["options"], "Options");
    }

    /// <summary>"Any value" was converted to "an object".</summary>
    private static JsonObject CorrectedDashboard()
    {
        var schema = Load("dashboard");
        Property(schema, "MatcherConfig", "options", new JsonObject());
        Property(schema, "DynamicConfigValue", "value", new JsonObject());
        if (schema["definitions"]?["VariableModel"]?["properties"]?["query"]?["oneOf"]?[1] is JsonObject query)
        {
            query["additionalProperties"] = true;
        }

        return schema;
    }

    /// <summary>The kinds of table cells overlap, but were made exclusive.</summary>
    private static JsonObject CorrectedFamily(string file)
    {
        var schema = Load(file);
        foreach (var definition in (schema["definitions"] as JsonObject ?? []).Select(d => d.Value).OfType<JsonObject>().Where(d => d.ContainsKey("oneOf")))
        {
            var alternatives = definition["oneOf"]?.DeepClone();
            definition.Remove("oneOf");
            definition["anyOf"] = alternatives;
        }

        return schema;
    }

    private static void Property(JsonObject schema, string definition, string property, JsonNode value)
    {
        if (schema["definitions"]?[definition]?["properties"] is JsonObject properties)
        {
            properties[property] = value;
        }
    }

    private static HashSet<string> ReadUnits() =>
    [
        .. (Load("units")["definitions"] as JsonObject ?? []).Select(d => Boards.Text(d.Value, "const")).Where(u => u.Length > 0),
    ];

    private static JsonObject Load(string name) => Boards.Parse(File.ReadAllText(
        Repository.PathOf($"tests/SloCompiler.BackEnds.Tests/Grafana/Schemas/{name}.jsonschema.json")));
}
