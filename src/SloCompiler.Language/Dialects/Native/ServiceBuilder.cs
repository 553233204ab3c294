using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>Resolves a document as written to the model: defaults, shared indicators, lists of objectives.</summary>
internal sealed class ServiceBuilder(ServiceDraft draft, ReadContext context)
{
    /// <summary>The service; null where it has no name.</summary>
    public ServiceSpec? Build()
    {
        var slos = new SloBuilder(draft, context);
        var service = new ServiceSpec
        {
            Name = draft.Name,
            Title = draft.Title ?? draft.Name.Value,
            Description = draft.Description,
            Owner = draft.Owner,
            Labels = draft.Labels,
            Slos = [.. draft.Slos.SelectMany(slos.Build)],
            Alerts = [.. draft.Alerts.Select(a => a with { Runbook = a.Runbook ?? draft.Runbook })],
            DashboardRows = draft.DashboardRows,
            Span = draft.Span,
        };
        ReportUnusedIndicators();
        Duplicates.Report(service.Slos, s => s.Name.Value, s => s.Name.Span, SpecDiagnostics.DuplicateSlo, context);
        Duplicates.Report(
            service.Alerts,
            a => $"{a.Name.Value}` with severity `{a.Severity.Value}",
            a => a.Name.Span,
            SpecDiagnostics.DuplicateAlert,
            context);
        return draft.Name.Value.Length == 0 ? null : service;
    }

    private void ReportUnusedIndicators()
    {
        var used = draft.Slos.Select(s => s.Sli.Shared?.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var indicator in draft.Indicators.Where(i => !used.Contains(i.Key.Value)))
        {
            context.Report(SpecDiagnostics.UnusedIndicator, indicator.Key.Span, $"No SLO uses `{indicator.Key.Value}`.");
        }
    }
}
