using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Model;

namespace SloCompiler.BackEnds.Grafana.Json;

/// <summary>Writes links, with every key that the schema asks for.</summary>
internal static class LinkJson
{
    /// <summary>Writes a link.</summary>
    public static JsonNode Write(Link link) => link switch
    {
        UrlLink url => Write(url),
        TagLink tag => Write(tag),
        _ => throw new ArgumentOutOfRangeException(nameof(link)),
    };

    private static JsonObject Write(UrlLink link) => new()
    {
        ["title"] = link.Title,
        ["type"] = "link",
        ["icon"] = link.Icon,
        ["tooltip"] = link.Tooltip,
        ["url"] = link.Url,
        ["tags"] = new JsonArray(),
        ["asDropdown"] = false,
        ["targetBlank"] = link.IsExternal,
        ["includeVars"] = !link.IsExternal,
        ["keepTime"] = !link.IsExternal,
    };

    private static JsonObject Write(TagLink link) => new()
    {
        ["title"] = link.Title,
        ["type"] = "dashboards",
        ["icon"] = "external link",
        ["tooltip"] = link.Tooltip,
        ["url"] = "",
        ["tags"] = new JsonArray(link.Tag),
        ["asDropdown"] = true,
        ["targetBlank"] = false,
        ["includeVars"] = true,
        ["keepTime"] = true,
    };
}
