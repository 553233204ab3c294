using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>One number, or several one below the other with their names.</summary>
internal sealed record StatPanel : Panel
{
    /// <summary>Whether names stand beside the numbers.</summary>
    public bool HasNames { get; init; }

    /// <inheritdoc />
    public override string Type => "stat";

    /// <inheritdoc />
    public override JsonObject Options() => new()
    {
        ["colorMode"] = "value",
        ["graphMode"] = "none",
        ["justifyMode"] = "auto",
        ["orientation"] = HasNames ? "horizontal" : "auto",
        ["percentChangeColorMode"] = "standard",
        ["reduceOptions"] = Reduction.LastValue(),
        ["showPercentChange"] = false,
        ["textMode"] = HasNames ? "value_and_name" : "auto",
        ["wideLayout"] = true,
    };
}

/// <summary>How a panel makes one number of many.</summary>
internal static class Reduction
{
    /// <summary>The last value; no value stays none.</summary>
    public static JsonObject LastValue() => new()
    {
        ["calcs"] = new JsonArray("lastNotNull"),
        ["fields"] = "",
        ["values"] = false,
    };
}
