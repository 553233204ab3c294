using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Dashboards.Json;

/// <summary>Asks nodes that were read from JSON for values of one kind; others count as absent.</summary>
public static class JsonNodes
{
    /// <summary>A string.</summary>
    public static YamlScalar? TextOf(this YamlMapping node, string key) => (node.Find(key)?.Value as YamlScalar).AsText();

    /// <summary>A number.</summary>
    public static decimal? NumberOf(this YamlMapping node, string key) => (node.Find(key)?.Value as YamlScalar)?.AsNumber();

    /// <summary>Whether a value is true; null where it is neither true nor false.</summary>
    public static bool? FlagOf(this YamlMapping node, string key) => node.Find(key)?.Value is YamlScalar { Style: YamlScalarStyle.Plain } scalar
        ? scalar.Value switch { "true" => true, "false" => false, _ => null }
        : null;

    /// <summary>An object.</summary>
    public static YamlMapping? ObjectOf(this YamlMapping node, string key) => node.Find(key)?.Value as YamlMapping;

    /// <summary>The objects of an array.</summary>
    public static ImmutableArray<YamlMapping> ObjectsOf(this YamlMapping node, string key)
        => node.Find(key)?.Value is YamlSequence list ? [.. list.Items.OfType<YamlMapping>()] : [];

    /// <summary>The object at the end of a path of objects.</summary>
    public static YamlMapping? ObjectAt(this YamlMapping node, params ReadOnlySpan<string> path)
    {
        YamlMapping? found = node;
        foreach (var key in path)
        {
            found = found?.ObjectOf(key);
        }

        return found;
    }

    /// <summary>The scalar if it is a string.</summary>
    public static YamlScalar? AsText(this YamlScalar? scalar) => scalar is { Style: YamlScalarStyle.DoubleQuoted } ? scalar : null;

    /// <summary>The number of a scalar that is one.</summary>
    public static decimal? AsNumber(this YamlScalar scalar)
        => scalar.Style == YamlScalarStyle.Plain && decimal.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
