using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>States over time, one bar for each series, with the state in words.</summary>
internal sealed record StateTimelinePanel : Panel
{
    /// <inheritdoc />
    public override string Type => "state-timeline";

    /// <inheritdoc />
    public override JsonObject Options() => new()
    {
        ["alignValue"] = "left",
        ["legend"] = ChartOptions.NoLegend(),
        ["mergeValues"] = true,
        ["rowHeight"] = 0.9,
        ["showValue"] = "auto",
        ["tooltip"] = ChartOptions.Tooltip(),
    };

    /// <inheritdoc />
    public override JsonObject Custom() => new()
    {
        ["fillOpacity"] = 70,
        ["lineWidth"] = 0,
    };
}
