using SloCompiler.Language.Model;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Passes.Runbooks;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;

namespace SloCompiler.Lowering.Passes.DashboardRows;

/// <summary>The author's own rows of the service's dashboard.</summary>
internal sealed class DashboardRowsPass : IServicePass
{
    private const string Critical = "critical";

    public ServicePlan Apply(ServicePlan plan, ServiceSpec service, LoweringContext context) => plan with
    {
        Rows =
        [
            .. service.DashboardRows.Select(row => new PlannedRow(
                row.Title, [.. row.Panels.Select(panel => Lower(panel, plan.Service, context))])),
        ],
    };

    private static PlannedPanel Lower(DashboardPanel panel, string service, LoweringContext context) => new()
    {
        Title = panel.Title,
        Type = TypeOf(panel.Type),
        Unit = panel.Unit,
        Description = panel.Description,
        Queries = [.. panel.Queries.Select(query => new PlannedQuery(query.Expr.Expr, query.Legend))],
        Content = panel.Content,
        Thresholds = [.. panel.Thresholds.Select(threshold => new PlannedThreshold(threshold.Value, threshold.Level == Critical))],
        RunbookUrl = panel.Runbook is { } runbook ? RunbookUrls.Resolve(context.Config, service, panel.Title, runbook.Value) : null,
        Origin = panel.Span,
    };

    private static PlannedPanelType TypeOf(PanelType type) => type switch
    {
        PanelType.TimeSeries => PlannedPanelType.TimeSeries,
        PanelType.Stat => PlannedPanelType.Stat,
        PanelType.Table => PlannedPanelType.Table,
        PanelType.Gauge => PlannedPanelType.Gauge,
        PanelType.BarGauge => PlannedPanelType.BarGauge,
        PanelType.Text => PlannedPanelType.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
