using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.PromQL;
using SloCompiler.Text;

namespace SloCompiler.Language.Dialects.Native;

/// <summary>Resolves the alerts of an SLO: what is on, and which runbook stands in.</summary>
internal sealed class AlertingBuilder(ServiceDraft service, SloDraft slo, ReadContext context)
{
    private static readonly PrometheusDuration NoDataFor = PrometheusDuration.FromMinutes(10);

    /// <summary>The alerts.</summary>
    public Alerting Build()
    {
        if (slo.Alerts is { Value: null })
        {
            return new Alerting { Span = slo.Span };
        }

        var draft = slo.Alerts?.Value;
        var span = draft?.Span ?? slo.Span;
        CheckBurnPolicy(draft?.BurnPolicy);
        return new Alerting
        {
            Page = Complete(draft?.Page, span),
            Ticket = Complete(draft?.Ticket, span),
            NoData = Complete(draft?.NoData, span) is { } noData
                ? noData with { RaisedAs = noData.RaisedAs ?? "ticket", For = noData.For ?? NoDataFor }
                : null,
            MinBadEvents = draft?.MinBadEvents,
            BurnPolicy = draft?.BurnPolicy,
            Span = span,
        };
    }

    private SeverityBlock? Complete(Switch<SeverityBlock>? written, SourceSpan span)
    {
        if (written is { Value: null })
        {
            return null;
        }

        var block = written?.Value ?? new SeverityBlock { Span = span };
        return block with { Runbook = block.Runbook ?? slo.Runbook ?? service.Runbook };
    }

    private void CheckBurnPolicy(Located<string>? name)
    {
        if (name is null || name.Value == "default" || context.Config.BurnPolicies.ContainsKey(name.Value))
        {
            return;
        }

        var nearest = Spelling.Nearest(name.Value, context.Config.BurnPolicies.Keys.Append("default"));
        context.Report(
            SpecDiagnostics.UnknownBurnPolicy,
            name.Span,
            $"Burn policy `{name.Value}` is not defined" + (nearest is null ? "." : $"; did you mean `{nearest}`?"));
    }
}
