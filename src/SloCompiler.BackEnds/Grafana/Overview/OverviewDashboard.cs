using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;

namespace SloCompiler.BackEnds.Grafana.Overview;

/// <summary>The dashboard of all SLOs.</summary>
internal static class OverviewDashboard
{
    private const int StatHeight = 4;
    private const int TableHeight = 10;

    /// <summary>Builds the dashboard.</summary>
    public static Dashboard Build(CompilationPlan plan)
    {
        var slos = plan.Services.SelectMany(s => s.Slos).ToList();
        var pageFactor = slos.SelectMany(s => s.Tiers).Where(t => t.IsPage).Select(t => (decimal?)t.BurnRate).Min();
        var decimals = slos.Select(s => NumberText.PercentDecimals(s.Objective)).DefaultIfEmpty(0).Max() + 2;
        var stats = OverviewStats.Build();
        var charts = GridFlow.Charts(OverviewCharts.Build(pageFactor), StatHeight + TableHeight);
        return new Dashboard
        {
            Uid = DashboardUid.Overview,
            Title = "SLO overview",
            Description = $"All SLOs of all services. {GeneratedMarker.FromAllSpecs}",
            From = "now-7d",
            Links = [Links.AllBoards],
            Annotations = [],
            Rows =
            [
                new Row("overview", null,
                [
                    .. stats.Select((p, i) => new PlacedPanel(p, StatArea(i, stats.Length))),
                    new PlacedPanel(OverviewTable.Build(pageFactor, decimals), new GridArea(0, StatHeight, GridFlow.FullWidth, TableHeight)),
                    .. charts,
                    .. GridFlow.Charts([OverviewCharts.Alerts()], StatHeight + TableHeight + GridFlow.ChartHeight),
                ]),
            ],
        };
    }

    /// <summary>Equal shares of the width, the last one taking what is left.</summary>
    private static GridArea StatArea(int index, int count)
    {
        var width = GridFlow.FullWidth / count;
        var x = index * width;
        return new GridArea(x, 0, index == count - 1 ? GridFlow.FullWidth - x : width, StatHeight);
    }
}
