using System.Collections.Immutable;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A setting with a short list of values.</summary>
/// <param name="Path">Keys of the objects that it stands in, from the panel.</param>
/// <param name="Key">Its key.</param>
/// <param name="Values">Its values.</param>
/// <param name="Types">Types of panels that have it; empty for all.</param>
internal sealed record PanelOption(ImmutableArray<string> Path, string Key, ImmutableArray<string> Values, ImmutableArray<string> Types);

/// <summary>The settings of panels that are looked at.</summary>
internal static class PanelOptions
{
    private static readonly ImmutableArray<string> Any = [];
    private static readonly ImmutableArray<string> TimeSeries = ["timeseries"];
    private static readonly ImmutableArray<string> Stat = ["stat"];
    private static readonly ImmutableArray<string> Defaults = ["fieldConfig", "defaults"];
    private static readonly ImmutableArray<string> Custom = [.. Defaults, "custom"];

    /// <summary>All of them.</summary>
    public static ImmutableArray<PanelOption> All { get; } =
    [
        new([.. Defaults, "thresholds"], "mode", ["absolute", "percentage"], Any),
        new(
            [.. Defaults, "color"],
            "mode",
            [
                "thresholds", "palette-classic", "palette-classic-by-name", "fixed", "shades", "continuous-GrYlRd", "continuous-RdYlGr",
                "continuous-BlYlRd", "continuous-YlRd", "continuous-BlPu", "continuous-YlBl", "continuous-blues", "continuous-reds",
                "continuous-greens", "continuous-purples", "continuous-viridis", "continuous-magma", "continuous-plasma",
                "continuous-inferno", "continuous-cividis",
            ],
            Any),
        new(Custom, "drawStyle", ["line", "bars", "points"], TimeSeries),
        new(Custom, "lineInterpolation", ["linear", "smooth", "stepBefore", "stepAfter"], TimeSeries),
        new(Custom, "showPoints", ["auto", "never", "always"], TimeSeries),
        new([.. Custom, "stacking"], "mode", ["none", "normal", "percent"], TimeSeries),
        new([.. Custom, "scaleDistribution"], "type", ["linear", "log", "symlog", "ordinal"], TimeSeries),
        new([.. Custom, "thresholdsStyle"], "mode", ["off", "line", "dashed", "area", "line+area", "dashed+area", "series"], TimeSeries),
        new(["options", "legend"], "displayMode", ["list", "table", "hidden"], TimeSeries),
        new(["options", "legend"], "placement", ["bottom", "right"], TimeSeries),
        new(["options", "tooltip"], "mode", ["single", "multi", "none"], TimeSeries),
        new(["options", "tooltip"], "sort", ["none", "asc", "desc"], TimeSeries),
        new(["options"], "colorMode", ["value", "background", "background_solid", "none"], Stat),
        new(["options"], "graphMode", ["none", "line", "area"], Stat),
        new(["options"], "justifyMode", ["auto", "center"], Stat),
        new(["options"], "textMode", ["auto", "value", "value_and_name", "name", "none"], Stat),
        new(["options"], "orientation", ["auto", "vertical", "horizontal"], ["stat", "gauge", "bargauge"]),
        new(["options"], "displayMode", ["basic", "lcd", "gradient"], ["bargauge"]),
    ];
}
