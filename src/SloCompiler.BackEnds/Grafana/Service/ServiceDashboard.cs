using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>
/// The dashboard of a service, with every constant written into it: one generic dashboard for all could not show the
/// factors, runbooks, owners and panels that each SLO has of its own.
/// </summary>
internal static class ServiceDashboard
{
    private const int ChartsHeight = 7;
    private const int AlertsHeight = 5;

    /// <summary>Builds the dashboard.</summary>
    /// <param name="service">The service.</param>
    /// <param name="facts">Where other systems are.</param>
    public static Dashboard Build(ServicePlan service, ProjectFacts facts) => new()
    {
        Uid = DashboardUid.ForService(service.Service),
        Title = TitleOf(service),
        Description = Description(service),
        From = "now-2d",
        Links = [Grafana.Links.Overview, Grafana.Links.AllBoards, .. Runbooks(service)],
        Annotations = [new Annotation("SLO alerts", PromQlPrinter.Print(Firing(service)), SeriesNames.SeverityLabel)],
        Variables = Variables(service),
        Rows = [.. Now(service, facts), .. service.Slos.Select(s => SloRow.Build(new SloBoard(service, s, facts))), .. AuthorRow.BuildAll(service)],
    };

    /// <summary>What must be seen first: how each SLO stands, which alerts fire, since when.</summary>
    private static IEnumerable<Row> Now(ServicePlan service, ProjectFacts facts)
    {
        var queries = new StateQueries(
            service.Service,
            [.. service.Slos.SelectMany(s => s.Tiers).Where(t => t.IsPage).Select(t => t.Severity).Append(facts.PageSeverity).Distinct()],
            [.. service.Slos.Select(s => s.Window)]);
        var alerts = NowCharts.Alerts(service, queries);
        if (service.Slos.IsEmpty)
        {
            return alerts is null ? [] : [new Row("now", null, GridFlow.Charts([alerts], 0))];
        }

        var top = StateTable.HeightFor(service.Slos.Length);
        var table = new PlacedPanel(StateTable.Build(service, queries, LinkUrl.Safe(facts.AlertmanagerUrl)), new GridArea(0, 0, GridFlow.FullWidth, top));
        var burn = BurnTable.Build(service);
        var left = burn is null ? 0 : GridFlow.FullWidth / 2;
        var chartHeight = burn is not null && alerts is null ? ChartsHeight + AlertsHeight : ChartsHeight;
        return
        [
            new Row("now", null,
            [
                table,
                .. burn is null ? (PlacedPanel[])[] : [new PlacedPanel(burn, new GridArea(0, top, left, ChartsHeight + AlertsHeight))],
                new PlacedPanel(NowCharts.BurnRates(service, queries), new GridArea(left, top, GridFlow.FullWidth - left, chartHeight)),
                .. alerts is null ? (PlacedPanel[])[] : [new PlacedPanel(alerts, new GridArea(left, top + ChartsHeight, GridFlow.FullWidth - left, AlertsHeight))],
            ]),
        ];
    }

    /// <summary>The title; the identity in it keeps it unique in its folder.</summary>
    public static string TitleOf(ServicePlan service)
    {
        var title = DashboardText.Plain(service.Title);
        return title == service.Service ? $"SLO / {title}" : $"SLO / {title} ({service.Service})";
    }

    private static string Description(ServicePlan service)
    {
        var words = service.Description is { } description ? DashboardText.Plain(description) + " " : "";
        return words + GeneratedMarker.From(DashboardText.Plain(service.SpecPath));
    }

    private static ImmutableArray<Link> Runbooks(ServicePlan service)
        => Grafana.Links.Runbooks(service.Slos.SelectMany(s => s.Runbooks), "page");

    private static VectorSelector Firing(ServicePlan service) => Ql.Series(
        AlertSeries.Name,
        (AlertSeries.State, AlertSeries.Firing),
        (SeriesNames.ServiceLabel, service.Service));

    private static ImmutableArray<LabelVariable> Variables(ServicePlan service) =>
    [
        .. service.Slos
            .SelectMany(s => s.By)
            .Distinct()
            .Select(label => new LabelVariable(DashboardVariable.ForLabel(label), label, PromQlPrinter.Print(Grouped(service)))),
    ];

    private static VectorSelector Grouped(ServicePlan service)
        => Ql.Series(SeriesNames.BudgetRemaining, (SeriesNames.ServiceLabel, service.Service));
}
