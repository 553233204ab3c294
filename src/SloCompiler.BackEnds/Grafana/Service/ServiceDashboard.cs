using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>
/// The dashboard of a service, with every constant written into it: one generic dashboard for all could not show the
/// factors, runbooks, owners and panels that each SLO has of its own.
/// </summary>
internal static class ServiceDashboard
{
    private static readonly PrometheusDuration LongestRange = PrometheusDuration.FromDays(30);

    /// <summary>Builds the dashboard.</summary>
    public static Dashboard Build(ServicePlan service) => new()
    {
        Uid = DashboardUid.ForService(service.Service),
        Title = TitleOf(service),
        Description = Description(service),
        From = $"now-{Range(service)}",
        Links = [Grafana.Links.Overview, Grafana.Links.AllBoards, .. Runbooks(service)],
        Annotations = [new Annotation("SLO alerts", PromQlPrinter.Print(Firing(service)), SeriesNames.SeverityLabel)],
        Variables = Variables(service),
        Rows = [.. service.Slos.Select(s => SloRow.Build(new SloBoard(service, s))), .. ThresholdAlerts(service), .. AuthorRow.BuildAll(service)],
    };

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

    /// <summary>The longest window, as far as raw metrics can be drawn at once.</summary>
    private static PrometheusDuration Range(ServicePlan service)
    {
        var longest = service.Slos.Select(s => s.Window.Length).DefaultIfEmpty(PrometheusDuration.FromDays(1)).Max();
        return longest < LongestRange ? longest : LongestRange;
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

    private static IEnumerable<Row> ThresholdAlerts(ServicePlan service) => AlertCharts.ForService(service) is { } panel
        ? [new Row("alerts/row", "Threshold alerts", GridFlow.Charts([panel], 0))]
        : [];
}
