using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Grafana.Overview;

/// <summary>The dashboard of all SLOs.</summary>
internal static class OverviewDashboard
{
    private const int StatHeight = 4;
    private const int TableHeight = 14;

    /// <summary>Builds the dashboard.</summary>
    public static Dashboard Build(CompilationPlan plan)
    {
        var slos = plan.Services.SelectMany(s => s.Slos).ToList();
        var pageFactor = CommonPageFactor(slos);
        var decimals = slos.Select(s => NumberText.PercentDecimals(s.Objective)).DefaultIfEmpty(0).Max() + 2;
        var queries = new StateQueries(
            null,
            [.. slos.SelectMany(s => s.Tiers).Where(t => t.IsPage).Select(t => t.Severity).Append(plan.Project.PageSeverity).Distinct()],
            [.. slos.Select(s => s.Window)]);
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
                    .. GridFlow.Shared(OverviewStats.Build(), lines: 1, 0, 0, StatHeight),
                    new PlacedPanel(OverviewTable.Build(queries, decimals, LinkUrl.Safe(plan.Project.AlertmanagerUrl)), new GridArea(0, StatHeight, GridFlow.FullWidth, TableHeight)),
                    .. charts,
                    .. GridFlow.Charts([OverviewCharts.Alerts(queries)], StatHeight + TableHeight + GridFlow.ChartHeight),
                ]),
            ],
        };
    }

    /// <summary>The lowest factor at which a page fires; null where it differs: then no colour or line is right for all SLOs.</summary>
    private static decimal? CommonPageFactor(IEnumerable<SloPlan> slos)
    {
        var factors = slos
            .Select(s => s.Tiers.Where(t => t.IsPage).Select(t => (decimal?)t.BurnRate).Min())
            .Where(factor => factor is not null)
            .Distinct()
            .ToList();
        return factors is [var common] ? common : null;
    }
}
