using SloCompiler.Language.Model;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Passes.BurnAlerts;
using SloCompiler.Lowering.Passes.Metadata;
using SloCompiler.Lowering.Passes.Runbooks;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;

namespace SloCompiler.Lowering.Passes.ThresholdAlerts;

/// <summary>The author's own alerts, in a group of the service.</summary>
internal sealed class ThresholdAlertsPass : IServicePass
{
    public ServicePlan Apply(ServicePlan plan, ServiceSpec service, LoweringContext context)
        => service.Alerts.IsEmpty
            ? plan
            : plan with
            {
                Groups =
                [
                    .. plan.Groups,
                    new RuleGroup($"{plan.Service}/alerts", null, [.. service.Alerts.Select(alert => Lower(alert, service, context))]),
                ],
            };

    private static AlertingRule Lower(ThresholdAlert alert, ServiceSpec service, LoweringContext context)
    {
        CheckRunbook(alert, context);
        var name = service.Name.Value;
        var runbook = alert.Runbook is { } written
            ? RunbookUrls.Resolve(context.Config, name, alert.Name.Value, written.Value)
            : null;
        var dashboard = context.Config.GrafanaUrl is { } grafana ? DashboardLinks.ToService(grafana, name) : null;
        return new AlertingRule
        {
            Alert = alert.Name.Value,
            Kind = AlertKind.Threshold,
            Expr = alert.Expr.Expr,
            For = alert.For,
            Labels = LabelLists.Append(
                [new(SeriesNames.SeverityLabel, context.SeverityLabel(alert.Severity.Value)), new(SeriesNames.ServiceLabel, name)],
                LabelLists.Merge(service.Labels, alert.Labels)),
            Annotations = LabelLists.Merge(
                AlertAnnotations.List(
                    (AlertAnnotations.Summary, alert.Summary),
                    (AlertAnnotations.Description, alert.Description),
                    (AlertAnnotations.RunbookUrl, runbook),
                    (AlertAnnotations.DashboardUrl, dashboard)),
                LabelLists.ToPlan(alert.Annotations)),
            Origin = alert.Span,
        };
    }

    private static void CheckRunbook(ThresholdAlert alert, LoweringContext context)
    {
        if (alert.Runbook is not null)
        {
            return;
        }

        if (alert.Severity.Value == SeverityNames.Page)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.PageAlertWithoutRunbook, alert.Name.Span, $"Alert `{alert.Name.Value}` pages, but names no runbook.");
        }
        else if (alert.Severity.Value == SeverityNames.Ticket)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.TicketAlertWithoutRunbook, alert.Name.Span, $"Alert `{alert.Name.Value}` opens tickets, but names no runbook.");
        }
    }
}
