using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>The types of panels that Grafana itself has.</summary>
internal static class PanelTypes
{
    /// <summary>All of them, also those that it had.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "alertlist", "annolist", "barchart", "bargauge", "candlestick", "canvas", "dashlist", "datagrid", "debug", "flamegraph", "gauge",
        "geomap", "gettingstarted", "graph", "heatmap", "heatmap-new", "histogram", "icon", "live", "logs", "logstable", "news",
        "nodeGraph", "piechart", "pluginlist", "row", "singlestat", "stat", "state-timeline", "status-history", "table", "table-old",
        "text", "timeseries", "traces", "trend", "welcome", "xychart",
    ];

    /// <summary>Those that show what queries return.</summary>
    public static ImmutableArray<string> Numeric { get; } =
    [
        "barchart", "bargauge", "gauge", "graph", "heatmap", "histogram", "piechart", "singlestat", "stat", "state-timeline",
        "status-history", "table", "timeseries", "trend", "xychart",
    ];

    /// <summary>Those whose numbers have one unit.</summary>
    public static ImmutableArray<string> WithUnit { get; } = ["stat", "timeseries", "gauge", "bargauge"];

    /// <summary>Types that are gone, with what took their place.</summary>
    public static FrozenDictionary<string, string> Successors { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["graph"] = "timeseries",
        ["singlestat"] = "stat",
        ["table-old"] = "table",
        ["heatmap-new"] = "heatmap",
        ["grafana-piechart-panel"] = "piechart",
        ["grafana-singlestat-panel"] = "stat",
        ["grafana-worldmap-panel"] = "geomap",
        ["natel-discrete-panel"] = "state-timeline",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
