using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Service;
using SloCompiler.Plan.Slos;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana.Overview;

/// <summary>The SLOs that need a look first, over time.</summary>
internal static class OverviewCharts
{
    private const int Shown = 10;
    private const string SloLegend = "{{" + SeriesNames.ServiceLabel + "}} {{" + SeriesNames.SloLabel + "}}";

    /// <summary>Builds the panels.</summary>
    /// <param name="pageFactor">The lowest factor at which a page fires; null where there is none that all SLOs share.</param>
    public static ImmutableArray<Panel> Build(decimal? pageFactor) => [BudgetsLeft(), BurnRates(pageFactor)];

    /// <summary>Builds the panel of the alerts.</summary>
    public static Panel Alerts(StateQueries queries)
    {
        ImmutableArray<string> by = [SeriesNames.ServiceLabel, SeriesNames.SloLabel, AlertSeries.AlertName, SeriesNames.SeverityLabel];
        return NowCharts.AlertTimeline(
            "overview/alerts",
            new Target(queries.FiringOverTime(by), string.Join(' ', by.Select(l => "{{" + l + "}}")), TargetKind.Range));
    }

    private static TimeSeriesPanel BudgetsLeft() => new()
    {
        Slot = "overview/budgets",
        Title = "Least budget left",
        Description = $"The {Shown} SLOs with the least budget left at the end; red below 0, where the objective is missed.",
        Targets = [new Target(OverviewQueries.LeastBudgets(Shown), SloLegend, TargetKind.Range)],
        ThresholdStyle = "area",
        LegendSort = LegendSort.LowestFirst,
        Fields = new FieldOptions { Unit = "percentunit", Decimals = 1, Max = 1, Thresholds = Threshold.BelowZero },
    };

    private static TimeSeriesPanel BurnRates(decimal? pageFactor)
    {
        const string evenly = "exactly on budget: 1";
        var page = $"page factor {ExactDecimal.Format(pageFactor ?? 0)}";
        var target = new Target(OverviewQueries.HighestBurnRates(Shown), SloLegend, TargetKind.Range);
        ImmutableArray<(string Name, decimal Value, string Colour)> factors = pageFactor is { } factor
            ? [(evenly, 1, Colours.NoData), (page, factor, Colours.Page)]
            : [(evenly, 1, Colours.NoData)];
        return new TimeSeriesPanel
        {
            Slot = "overview/burn-rates",
            Title = "Highest burn rates, 1h",
            Description = $"The {Shown} SLOs that spent their budget fastest at some point (1: exactly as fast as they may). Dashed: constants.",
            Targets = [target, .. factors.Select(f => SloCharts.Constant(f.Name, f.Value))],
            IsLogarithmic = true,
            LegendSort = LegendSort.HighestFirst,
            Fields = new FieldOptions
            {
                Unit = "none",
                Decimals = 2,
                Min = 0,
                Overrides = [.. factors.Select(f => FieldOverride.Dashed(f.Name, f.Colour))],
            },
        };
    }
}
