using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>One number.</summary>
internal sealed record StatPanel : Panel
{
    /// <inheritdoc />
    public override string Type => "stat";

    /// <inheritdoc />
    public override JsonObject Options() => new()
    {
        ["colorMode"] = "value",
        ["graphMode"] = "none",
        ["justifyMode"] = "auto",
        ["orientation"] = "auto",
        ["percentChangeColorMode"] = "standard",
        ["reduceOptions"] = Reduction.LastValue(),
        ["showPercentChange"] = false,
        ["textMode"] = "auto",
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
