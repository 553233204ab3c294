using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Json;

/// <summary>
/// Writes how values look. A value that is missing always reads "No data" in grey: without that, Grafana shows it in the
/// colour of the lowest threshold, which may be green.
/// </summary>
internal static class FieldJson
{
    private const string NoData = "No data";

    /// <summary>Writes the options of all fields and what differs for some.</summary>
    public static JsonObject Write(FieldOptions? fields, JsonObject? custom) => new()
    {
        ["defaults"] = fields is null ? new JsonObject() : Defaults(fields, custom),
        ["overrides"] = JsonText.Array((fields?.Overrides ?? []).Select(Override)),
    };

    /// <summary>Writes thresholds on values themselves.</summary>
    public static JsonObject Thresholds(ImmutableArray<Threshold> thresholds) => new()
    {
        ["mode"] = "absolute",
        ["steps"] = JsonText.Array(thresholds.Select(Step)),
    };

    private static JsonObject Defaults(FieldOptions fields, JsonObject? custom)
    {
        var json = new JsonObject
        {
            ["color"] = new JsonObject { ["mode"] = fields.IsColouredByThreshold ? "thresholds" : "palette-classic" },
        };
        if (custom is not null)
        {
            json["custom"] = custom;
        }

        if (fields.Decimals is { } decimals)
        {
            json["decimals"] = decimals;
        }

        json["mappings"] = Mappings(fields.Texts);
        if (fields.Max is { } max)
        {
            json["max"] = JsonText.Number(max);
        }

        if (fields.Min is { } min)
        {
            json["min"] = JsonText.Number(min);
        }

        json["noValue"] = fields.NoValue;
        json["thresholds"] = Thresholds(fields.Thresholds);
        json["unit"] = fields.Unit;
        return json;
    }

    /// <summary>Writes words in place of values; last of all "No data".</summary>
    public static JsonArray Mappings(ImmutableArray<ValueText> texts)
    {
        var mappings = new JsonArray();
        var options = new JsonObject();
        foreach (var text in texts.Where(t => !t.AndAbove))
        {
            options[ExactDecimal.Format(text.Value)] = Result(text.Text, text.Colour, options.Count);
        }

        if (options.Count > 0)
        {
            mappings.Add((JsonNode)new JsonObject { ["type"] = "value", ["options"] = options });
        }

        foreach (var text in texts.Where(t => t.AndAbove))
        {
            mappings.Add((JsonNode)Range(text, texts.Length - 1));
        }

        mappings.Add((JsonNode)new JsonObject
        {
            ["type"] = "special",
            ["options"] = new JsonObject { ["match"] = "null+nan", ["result"] = Result(NoData, Colours.NoData, texts.Length) },
        });
        return mappings;
    }

    private static JsonObject Range(ValueText text, int index) => new()
    {
        ["type"] = "range",
        ["options"] = new JsonObject
        {
            ["from"] = JsonText.Number(text.Value),
            ["to"] = null,
            ["result"] = Result(text.Text, text.Colour, index),
        },
    };

    private static JsonObject Result(string text, string colour, int index)
        => new() { ["text"] = text, ["color"] = colour, ["index"] = index };

    private static JsonNode Step(Threshold threshold) => new JsonObject
    {
        ["value"] = threshold.From is { } from ? JsonText.Number(from) : null,
        ["color"] = threshold.Colour,
    };

    private static JsonNode Override(FieldOverride field) => new JsonObject
    {
        ["matcher"] = new JsonObject { ["id"] = "byName", ["options"] = field.FieldName },
        ["properties"] = JsonText.Array(field.Properties.Select(
            p => new JsonObject { ["id"] = p.Id, ["value"] = p.Value() })),
    };
}
