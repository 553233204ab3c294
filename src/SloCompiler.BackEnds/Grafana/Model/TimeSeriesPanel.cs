using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Json;

namespace SloCompiler.BackEnds.Grafana.Model;

/// <summary>Lines over time.</summary>
internal sealed record TimeSeriesPanel : Panel
{
    /// <summary>How thresholds are drawn: <c>area</c>, <c>dashed</c>; null for not at all.</summary>
    public string? ThresholdStyle { get; init; }

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

    /// <summary>What differs from the defaults of the family, and the few without which a line is not drawn.</summary>
    public override JsonObject Custom()
    {
        var custom = new JsonObject { ["drawStyle"] = "line", ["fillOpacity"] = 0, ["lineWidth"] = 1, ["showPoints"] = "never" };
        if (SoftMin is { } softMin)
        {
            custom["axisSoftMin"] = JsonText.Number(softMin);
        }

        if (IsLogarithmic)
        {
            custom["scaleDistribution"] = new JsonObject { ["type"] = "symlog", ["log"] = 10, ["linearThreshold"] = 1 };
        }

        if (ThresholdStyle is { } style)
        {
            custom["thresholdsStyle"] = new JsonObject { ["mode"] = style };
        }

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

    /// <summary>No names: they stand elsewhere.</summary>
    public static JsonObject NoLegend()
    {
        var legend = Legend();
        legend["showLegend"] = false;
        return legend;
    }

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
}
