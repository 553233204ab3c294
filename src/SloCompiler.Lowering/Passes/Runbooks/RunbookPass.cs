using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Plan.Slos;

namespace SloCompiler.Lowering.Passes.Runbooks;

/// <summary>Resolves runbooks to URLs; reports pages and tickets that have none.</summary>
internal sealed class RunbookPass : ISloPass
{
    public SloDraft Apply(SloDraft slo, LoweringContext context)
    {
        var alerting = slo.Spec.Alerting;
        var what = $"SLO `{slo.ServiceName}/{slo.Name}`";
        if (alerting.Page is { Runbook: null } page)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.PageAlertWithoutRunbook, page.Span, $"{what} pages, but names no runbook.");
        }

        if (alerting.Ticket is { Runbook: null } ticket)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.TicketAlertWithoutRunbook, ticket.Span, $"{what} opens tickets, but names no runbook.");
        }

        var noData = alerting.NoData?.Runbook
            ?? (alerting.NoData is null ? null : alerting.Ticket?.Runbook ?? alerting.Page?.Runbook);
        return slo with
        {
            Runbooks = Resolve(
                slo, context, (RunbookPurposes.Page, alerting.Page?.Runbook), (RunbookPurposes.Ticket, alerting.Ticket?.Runbook), (RunbookPurposes.NoData, noData)),
        };
    }

    private static ImmutableArray<RunbookLink> Resolve(
        SloDraft slo, LoweringContext context, params (string Purpose, Located<string>? Runbook)[] runbooks)
    {
        var links = ImmutableArray.CreateBuilder<RunbookLink>();
        foreach (var (purpose, runbook) in runbooks)
        {
            if (runbook is not null)
            {
                var url = RunbookUrls.Resolve(context.Config, slo.ServiceName, slo.Name, runbook.Value);
                links.Add(new RunbookLink(purpose, runbook.Value, url, runbook.Span));
            }
        }

        return links.ToImmutable();
    }
}
