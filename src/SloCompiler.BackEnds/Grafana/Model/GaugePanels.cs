using System.Text.Json.Nodes;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>A dial.</summary>
internal sealed record GaugePanel : Panel
{
    /// <inheritdoc />
    public override string Type => "gauge";

    /// <inheritdoc />
    public override JsonObject Options() => new()
    {
        ["minVizHeight"] = 75,
        ["minVizWidth"] = 75,
        ["orientation"] = "auto",
        ["reduceOptions"] = Reduction.LastValue(),
        ["showThresholdLabels"] = false,
        ["showThresholdMarkers"] = true,
        ["sizing"] = "auto",
    };
}

/// <summary>A bar for each series.</summary>
internal sealed record BarGaugePanel : Panel
{
    /// <inheritdoc />
    public override string Type => "bargauge";

    /// <inheritdoc />
    public override JsonObject Options() => new()
    {
        ["displayMode"] = "basic",
        ["legend"] = ChartOptions.NoLegend(),
        ["maxVizHeight"] = 300,
        ["minVizHeight"] = 16,
        ["minVizWidth"] = 8,
        ["namePlacement"] = "auto",
        ["orientation"] = "horizontal",
        ["reduceOptions"] = Reduction.LastValue(),
        ["showUnfilled"] = true,
        ["sizing"] = "auto",
        ["valueMode"] = "text",
    };
}
