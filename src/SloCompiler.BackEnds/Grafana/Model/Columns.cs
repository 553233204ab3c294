using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Json;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>What single columns of a table look like.</summary>
internal static class Columns
{
    /// <summary>Its title.</summary>
    public static FieldProperty Name(string name) => new("displayName", () => name);

    /// <summary>Its unit.</summary>
    public static FieldProperty Unit(string unit) => new("unit", () => unit);

    /// <summary>Digits after the point.</summary>
    public static FieldProperty Decimals(int decimals) => new("decimals", () => decimals);

    /// <summary>Its width in pixels.</summary>
    public static FieldProperty Width(int pixels) => new("custom.width", () => pixels);

    /// <summary>Its texts start at its left edge.</summary>
    public static FieldProperty Left() => new("custom.align", () => "left");

    /// <summary>Not shown, but there for the links of other columns.</summary>
    public static FieldProperty Hidden() => new("custom.hideFrom.viz", () => true);

    /// <summary>The colours of its cells.</summary>
    public static FieldProperty Colour(ImmutableArray<Threshold> thresholds) => new("thresholds", () => FieldJson.Thresholds(thresholds));

    /// <summary>Colours behind its texts; the texts stay readable on them.</summary>
    public static FieldProperty Filled()
        => new("custom.cellOptions", () => new JsonObject { ["type"] = "color-background", ["mode"] = "basic" });

    /// <summary>Words in place of values.</summary>
    public static FieldProperty Words(ImmutableArray<ValueText> texts) => new("mappings", () => FieldJson.Mappings(texts));

    /// <summary>A label that a line does not have is not missing data.</summary>
    public static FieldProperty NoneIfEmpty() => new("mappings", () => new JsonArray(None("empty", 0), None("null", 1)));

    /// <summary>Shows the last part of an address, which names what is there.</summary>
    public static FieldProperty LastSegmentOrNone()
        => new("mappings", () => new JsonArray(None("empty", 0), None("null", 1), LastSegment(2)));

    /// <summary>Where its cells lead.</summary>
    public static FieldProperty Links(params ImmutableArray<(string Title, string Url, bool IsExternal)> links) => new("links", () => JsonText.Array(
        links.Select(l => (JsonNode)new JsonObject { ["title"] = l.Title, ["url"] = l.Url, ["targetBlank"] = l.IsExternal })));

    private static JsonObject None(string match, int index) => new()
    {
        ["type"] = "special",
        ["options"] = new JsonObject
        {
            ["match"] = match,
            ["result"] = new JsonObject { ["text"] = "none", ["color"] = Colours.NoData, ["index"] = index },
        },
    };

    private static JsonObject LastSegment(int index) => new()
    {
        ["type"] = "regex",
        ["options"] = new JsonObject
        {
            ["pattern"] = @"/^.*\/([^\/]+)$/",
            ["result"] = new JsonObject { ["text"] = "$1", ["index"] = index },
        },
    };
}
