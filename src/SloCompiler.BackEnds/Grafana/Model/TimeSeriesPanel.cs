using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Json;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>Lines over time.</summary>
internal sealed record TimeSeriesPanel : Panel
{
    /// <summary>How thresholds are drawn: <c>off</c>, <c>area</c>, <c>dashed</c>.</summary>
    public string ThresholdStyle { get; init; } = "off";

    /// <summary>Whether the axis is logarithmic beyond 1, so that 0 and 100 fit on it.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>The axis starts here unless values are lower.</summary>
    public decimal? SoftMin { get; init; }

    /// <summary>Order of the last values that the legend shows; null for a legend of names alone.</summary>
    public LegendSort? LegendSort { get; init; }

    /// <inheritdoc />
    public override string Type => "timeseries";

    /// <inheritdoc />
    public override JsonObject Options() => new()
    {
        ["legend"] = LegendSort is { } sort ? ChartOptions.LegendOfLastValues(sort) : ChartOptions.Legend(),
        ["tooltip"] = ChartOptions.Tooltip(),
    };

    /// <inheritdoc />
    public override JsonObject Custom()
    {
        var custom = new JsonObject
        {
            ["axisBorderShow"] = false,
            ["axisCenteredZero"] = false,
            ["axisColorMode"] = "text",
            ["axisGridShow"] = true,
            ["axisPlacement"] = "auto",
        };
        if (SoftMin is { } softMin)
        {
            custom["axisSoftMin"] = JsonText.Number(softMin);
        }

        custom["drawStyle"] = "line";
        custom["fillOpacity"] = 0;
        custom["gradientMode"] = "none";
        custom["hideFrom"] = ChartOptions.HideFromNothing();
        custom["lineInterpolation"] = "linear";
        custom["lineWidth"] = 1;
        custom["pointSize"] = 5;
        custom["scaleDistribution"] = IsLogarithmic
            ? new JsonObject { ["type"] = "symlog", ["log"] = 10, ["linearThreshold"] = 1 }
            : new JsonObject { ["type"] = "linear" };
        custom["showPoints"] = "auto";
        custom["spanNulls"] = false;
        custom["stacking"] = new JsonObject { ["group"] = "A", ["mode"] = "none" };
        custom["thresholdsStyle"] = new JsonObject { ["mode"] = ThresholdStyle };
        return custom;
    }
}

/// <summary>Which line a legend names first.</summary>
internal enum LegendSort
{
    /// <summary>The one with the lowest last value.</summary>
    LowestFirst,

    /// <summary>The one with the highest last value.</summary>
    HighestFirst,
}

/// <summary>Options that charts share.</summary>
internal static class ChartOptions
{
    /// <summary>Names below the chart.</summary>
    public static JsonObject Legend() => new()
    {
        ["calcs"] = new JsonArray(),
        ["displayMode"] = "list",
        ["placement"] = "bottom",
        ["showLegend"] = true,
    };

    /// <summary>Names and last values beside the chart.</summary>
    public static JsonObject LegendOfLastValues(LegendSort sort) => new()
    {
        ["calcs"] = new JsonArray("lastNotNull"),
        ["displayMode"] = "table",
        ["placement"] = "right",
        ["showLegend"] = true,
        ["sortBy"] = "Last *",
        ["sortDesc"] = sort == LegendSort.HighestFirst,
    };

    /// <summary>All values at the pointer.</summary>
    public static JsonObject Tooltip() => new() { ["mode"] = "multi", ["sort"] = "desc" };

    /// <summary>Visible everywhere.</summary>
    public static JsonObject HideFromNothing() => new() { ["legend"] = false, ["tooltip"] = false, ["viz"] = false };
}
