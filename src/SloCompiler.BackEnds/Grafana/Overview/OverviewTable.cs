using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Json;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Overview;

/// <summary>All SLOs, the one with the least budget first, with ways to its dashboard and its runbook.</summary>
internal static class OverviewTable
{
    private const string BudgetColumn = "Budget left";

    private static readonly ImmutableArray<PromQlExpr> Queries =
    [
        OverviewQueries.Info,
        OverviewQueries.SliById,
        OverviewQueries.BudgetLeftById,
        OverviewQueries.BurnRateById,
        OverviewQueries.AlertsById,
    ];

    /// <summary>Builds the panel.</summary>
    /// <param name="pageFactor">The lowest factor at which a page fires; null where there is none that all SLOs share.</param>
    /// <param name="sliDecimals">Digits after the point that the strictest objective needs.</param>
    public static Panel Build(decimal? pageFactor, int sliDecimals) => new TablePanel
    {
        Slot = "overview/table",
        Title = "All SLOs",
        Description = "One line for each SLO, the worst group where it has several. "
            + "Service and SLO open the dashboard of the service; the last column opens the runbook.",
        Targets = [.. Queries.Select(q => new Target(q, "", TargetKind.Table))],
        JoinedBy = OverviewQueries.IdLabel,
        Excluded = ["Time", .. Enumerable.Range(1, Queries.Length).Select(i => FormattableString.Invariant($"Time {i}")), "Value #A", OverviewQueries.IdLabel, InfoLabels.Title],
        Order =
        [
            SeriesNames.ServiceLabel, SeriesNames.SloLabel, InfoLabels.Owner, InfoLabels.Objective, InfoLabels.Window,
            "Value #B", "Value #C", "Value #D", "Value #E", InfoLabels.DashboardUid, InfoLabels.RunbookUrl,
        ],
        SortedBy = BudgetColumn,
        Fields = new FieldOptions
        {
            Unit = "none",
            IsColouredByThreshold = true,
            Overrides = [.. TextColumns(), .. NumberColumns(pageFactor, sliDecimals)],
        },
    };

    private static IEnumerable<FieldOverride> TextColumns() =>
    [
        new FieldOverride(SeriesNames.ServiceLabel, [Name("Service"), DashboardLink()]),
        new FieldOverride(SeriesNames.SloLabel, [Name("SLO"), DashboardLink()]),
        new FieldOverride(InfoLabels.Owner, [Name("Owner"), NoneIfEmpty()]),
        new FieldOverride(InfoLabels.Objective, [Name("Objective")]),
        new FieldOverride(InfoLabels.Window, [Name("Window"), Width(90)]),
        new FieldOverride(InfoLabels.DashboardUid, [Hidden()]),
        new FieldOverride(
            InfoLabels.RunbookUrl,
            [Name("Runbook"), LastSegmentOrNone(), Link("Open the runbook", "${__value.raw}", isExternal: true)]),
    ];

    private static IEnumerable<FieldOverride> NumberColumns(decimal? pageFactor, int sliDecimals) =>
    [
        new FieldOverride("Value #B", [Name("SLI over window"), Width(140), Unit("percentunit"), Decimals(sliDecimals)]),
        new FieldOverride(
            "Value #C",
            [Name(BudgetColumn), Width(110), Unit("percentunit"), Decimals(1), Cell("color-background"), Colour(Threshold.Budget)]),
        new FieldOverride(
            "Value #D",
            [Name("Burn rate, 1h"), Width(120), Unit("none"), Decimals(2), Cell("color-text"), Colour(Threshold.BurnRate(pageFactor))]),
        new FieldOverride(
            "Value #E",
            [Name("Alerts firing"), Width(120), Unit("none"), Decimals(0), Cell("color-text"), Colour(Threshold.AnyIs(Colours.Red))]),
    ];

    private static FieldProperty Name(string name) => new("displayName", () => name);

    private static FieldProperty Unit(string unit) => new("unit", () => unit);

    private static FieldProperty Width(int pixels) => new("custom.width", () => pixels);

    /// <summary>Not shown, but there for the links of other columns.</summary>
    private static FieldProperty Hidden() => new("custom.hideFrom.viz", () => true);

    /// <summary>A label that an SLO does not have is not missing data.</summary>
    private static FieldProperty NoneIfEmpty() => new("mappings", () => new JsonArray(None("empty", 0), None("null", 1)));

    /// <summary>Shows the last part of an address, which names the runbook.</summary>
    private static FieldProperty LastSegmentOrNone() => new("mappings", () => new JsonArray(None("empty", 0), None("null", 1), LastSegment(2)));

    private static JsonObject None(string match, int index) => new()
    {
        ["type"] = "special",
        ["options"] = new JsonObject
        {
            ["match"] = match,
            ["result"] = new JsonObject { ["text"] = "none", ["color"] = Colours.NoData, ["index"] = index },
        },
    };

    private static JsonObject LastSegment(int index) => new()
    {
        ["type"] = "regex",
        ["options"] = new JsonObject
        {
            ["pattern"] = @"/^.*\/([^\/]+)$/",
            ["result"] = new JsonObject { ["text"] = "$1", ["index"] = index },
        },
    };

    private static FieldProperty Decimals(int decimals) => new("decimals", () => decimals);

    private static FieldProperty Colour(ImmutableArray<Threshold> thresholds) => new("thresholds", () => FieldJson.Thresholds(thresholds));

    private static FieldProperty Cell(string type) => new("custom.cellOptions", () => type == "color-background"
        ? new JsonObject { ["type"] = type, ["mode"] = "basic" }
        : new JsonObject { ["type"] = type });

    private static FieldProperty DashboardLink() => Link(
        "Open the dashboard of the service",
        $"/d/${{__data.fields.{InfoLabels.DashboardUid}:percentencode}}?${{{DashboardVariable.DataSource}:queryparam}}&${{__url_time_range}}",
        isExternal: false);

    private static FieldProperty Link(string title, string url, bool isExternal) => new("links", () => new JsonArray(
        new JsonObject { ["title"] = title, ["url"] = url, ["targetBlank"] = isExternal }));
}
