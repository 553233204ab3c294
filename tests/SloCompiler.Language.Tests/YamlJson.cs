using System.Globalization;
using System.Text.Json.Nodes;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Tests;

/// <summary>YAML as JSON, by the rules of YAML's core schema: what a schema validator of an editor sees.</summary>
internal static class YamlJson
{
    public static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMapping map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, Convert(e.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(Convert)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar { Style: YamlScalarStyle.Plain, Value: "true" or "false" } scalar => scalar.Value == "true",
        YamlScalar { Style: YamlScalarStyle.Plain } scalar
            when decimal.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        YamlScalar scalar => scalar.Value,
        _ => throw new ArgumentException(node.KindInWords, nameof(node)),
    };
}
