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
        ["legend"] = ChartOptions.Legend(),
        ["mergeValues"] = true,
        ["rowHeight"] = 0.9,
        ["showValue"] = "auto",
        ["tooltip"] = ChartOptions.Tooltip(),
    };

    /// <inheritdoc />
    public override JsonObject Custom() => new()
    {
        ["fillOpacity"] = 70,
        ["hideFrom"] = ChartOptions.HideFromNothing(),
        ["insertNulls"] = false,
        ["lineWidth"] = 0,
        ["spanNulls"] = false,
    };
}
