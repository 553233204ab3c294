using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Profiles;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Lowering;

/// <summary>Lowers a set of specs to a plan through the ordered passes.</summary>
public static class SpecLowering
{
    /// <summary>Lowers every service that can be lowered; never throws for bad specs.</summary>
    public static LoweringResult Lower(SpecSet specs, Workers workers = default)
    {
        var context = new LoweringContext(specs);
        var facts = new ProjectFacts(
            specs.Config.GrafanaUrl?.TrimEnd('/'),
            context.SeverityLabel(SeverityNames.Page),
            context.SeverityLabel(SeverityNames.Ticket))
        {
            AlertmanagerUrl = specs.Config.AlertmanagerUrl,
            Targets = TargetFacts.Of(specs.Config),
        };
        var profile = ProfileCatalog.Of(specs.Config);
        profile.Check(specs, context);
        var lowered = workers.Map(specs.Services, service => Lower(service, profile, context.WithOwnFindings()));
        ImmutableArray<Diagnostic> findings = [.. context.Diagnostics.ToImmutable(), .. lowered.SelectMany(l => l.Findings.ToImmutable())];
        return new LoweringResult(new CompilationPlan([.. lowered.Select(l => l.Plan)], facts), findings);
    }

    private static LoweredService Lower(ServiceSpec service, IProfile profile, LoweringContext context)
    {
        var slos = service.Slos
            .Select(slo => profile.Passes.Aggregate(new SloDraft(service, slo), (draft, pass) => pass.Apply(draft, context)))
            .Select(slo => new LoweredSlo(slo, [.. profile.GroupsOf(slo, context).Where(g => !g.Rules.IsEmpty)]))
            .ToImmutableArray();
        var plan = new ServicePlan
        {
            Service = service.Name.Value,
            Title = service.Title,
            Description = service.Description,
            Owner = service.Owner?.Value,
            Labels = [.. service.Labels.Select(label => new PlanLabel(label.Name, label.Value))],
            SpecPath = service.Span.Source.Path,
            Slos = [.. slos.Select(slo => ToPlan(slo.Draft) with { GroupNames = [.. slo.Groups.Select(g => g.Name)] })],
            Groups = [.. slos.SelectMany(slo => slo.Groups)],
        };
        return new LoweredService(LoweringPasses.ForService.Aggregate(plan, (soFar, pass) => pass.Apply(soFar, service, context)), context.Diagnostics);
    }

    private static SloPlan ToPlan(SloDraft slo) => new()
    {
        Service = slo.ServiceName,
        Name = slo.Name,
        Title = slo.Spec.Title,
        Description = slo.Spec.Description,
        Owner = slo.Service.Owner?.Value,
        Labels = slo.Labels,
        Objective = slo.Spec.Objective.Target,
        ObjectiveText = slo.Spec.Objective.Text,
        ThresholdSeconds = slo.Spec.Objective switch
        {
            LatencyObjective latency => latency.ThresholdSeconds,
            FreshnessObjective freshness => freshness.LimitSeconds,
            _ => null,
        },
        Window = new PlannedWindow(slo.Spec.Window.Text, slo.Spec.Window.Length, slo.Calendar is not null) { Shift = slo.Calendar?.Shift ?? default },
        By = slo.By,
        IndicatorKind = slo.Spec.Sli.Kind,
        MeasuredIn = slo.Indicator.MeasuredIn,
        TotalInWords = slo.Indicator.TotalInWords,
        BadInWords = slo.Indicator.BadInWords,
        Signal = slo.Indicator.Signal,
        Tiers = slo.Tiers,
        Adjustments = slo.Adjustments,
        BaseWindow = slo.BaseWindow,
        RatioWindows = [.. slo.FastWindows.Concat(slo.SlowWindows).Order()],
        HasBaseRates = slo.Indicator.Rates is not null,
        Quantiles = slo.Indicator.Quantiles,
        MinBadEvents = slo.Spec.Alerting.MinBadEvents,
        Runbooks = slo.Runbooks,
        Origin = slo.Spec.Span,
    };

    private sealed record LoweredService(ServicePlan Plan, DiagnosticBag Findings);

    private sealed record LoweredSlo(SloDraft Draft, ImmutableArray<RuleGroup> Groups);
}
