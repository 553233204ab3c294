using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Grafana.Overview;

/// <summary>All SLOs, the one with the least budget first, with ways to its dashboard and its runbook.</summary>
internal static class OverviewTable
{
    /// <summary>Builds the panel.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="sliDecimals">Digits after the point that the strictest objective needs.</param>
    /// <param name="alertmanager">Base URL of Alertmanager; null where unknown.</param>
    public static Panel Build(StateQueries queries, int sliDecimals, string? alertmanager) => StateColumns.Build(
        new TablePanel
        {
            Slot = "overview/table",
            Title = "All SLOs",
            Description = "One line for each SLO, the worst group where it has several; least budget first. "
                + "Service and SLO open the dashboard of the service; the alert's runbook is in the column of that name.",
            SortedBy = StateColumns.BudgetLeft,
        },
        queries,
        [
            new FieldOverride(SeriesNames.ServiceLabel, [Columns.Name("Service"), Columns.Width(150), DashboardLink()]),
            new FieldOverride(SeriesNames.SloLabel, [Columns.Name("SLO"), Columns.Width(170), DashboardLink()]),
        ],
        [
            .. StateColumns.Promise,
            new FieldOverride(InfoLabels.Owner, [Columns.Name("Owner"), Columns.Width(120), Columns.NoneIfEmpty()]),
            new FieldOverride(InfoLabels.DashboardUid, [Columns.Hidden()]),
        ],
        sliDecimals,
        alertmanager is null ? null : AlertmanagerLink.SilenceOfLine(alertmanager, null));

    private static FieldProperty DashboardLink() => Columns.Links((
        "Open the dashboard of the service",
        $"/d/${{__data.fields.{InfoLabels.DashboardUid}:percentencode}}?${{{DashboardVariable.DataSource}:queryparam}}&${{__url_time_range}}",
        false));
}
