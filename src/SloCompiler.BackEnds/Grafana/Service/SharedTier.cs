using System.Collections.Immutable;
using SloCompiler.Plan;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Grafana.Service;

/// <summary>A tier of burn alerts that several SLOs of a service have alike, so that one query serves them all.</summary>
/// <param name="service">The service.</param>
/// <param name="tier">The tier.</param>
/// <param name="slos">The SLOs that have it.</param>
internal sealed class SharedTier(ServicePlan service, BurnTier tier, ImmutableArray<SloPlan> slos)
{
    /// <summary>The tier.</summary>
    public BurnTier Tier => tier;

    /// <summary>Severity and tier, as on the alert.</summary>
    public string Name => $"{tier.Severity} {tier.Name}";

    /// <summary>The factor that it fires above.</summary>
    public PromQlExpr Factor => StateQueries.Always(Known, tier.BurnRate);

    /// <summary>
    /// <see cref="States.Page"/> or <see cref="States.Ticket"/> while it fires, <see cref="States.Burning"/> while one of its windows is
    /// above its factor, <see cref="States.Ok"/> while none is, else <see cref="States.NoData"/>.
    /// </summary>
    public PromQlExpr State => StateQueries.AnyOf(
        StateQueries.Times(Ql.Aggregate("max", Firing, SeriesNames.SloLabel), tier.IsPage ? States.Page : States.Ticket),
        StateQueries.Always(Above(tier.LongWindow), States.Burning),
        StateQueries.Always(Above(tier.ShortWindow), States.Burning),
        StateQueries.Always(Ratio(tier.LongWindow), States.Ok),
        StateQueries.Always(Known, States.NoData));

    private PromQlExpr Known => Worst(SeriesNames.Objective);

    private VectorSelector Firing => new(
        AlertSeries.Name,
        [
            new LabelMatcher(AlertSeries.State, MatchOperator.Equal, AlertSeries.Firing),
            new LabelMatcher(SeriesNames.SeverityLabel, MatchOperator.Equal, tier.Severity),
            new LabelMatcher(SeriesNames.TierLabel, MatchOperator.Equal, tier.Name),
            .. Matchers,
        ]);

    private ImmutableArray<LabelMatcher> Matchers =>
    [
        new LabelMatcher(SeriesNames.ServiceLabel, MatchOperator.Equal, service.Service),
        slos is [var only]
            ? new LabelMatcher(SeriesNames.SloLabel, MatchOperator.Equal, only.Name)
            : new LabelMatcher(SeriesNames.SloLabel, MatchOperator.RegexMatch, string.Join('|', slos.Select(s => StateQueries.Literal(s.Name)))),
    ];

    /// <summary>The burn rate in one of its windows.</summary>
    public PromQlExpr Burn(PrometheusDuration window) => Ql.Binary(BinaryOperator.Divide, Ratio(window), Ql.Number(slos[0].ErrorBudget));

    /// <summary>The tiers of a service, equal ones together, in the order in which they first come.</summary>
    public static IEnumerable<SharedTier> Of(ServicePlan service) => service.Slos
        .SelectMany(slo => slo.Tiers
            .Where(t => slo.RatioWindows.Contains(t.LongWindow) && slo.RatioWindows.Contains(t.ShortWindow))
            .Select(t => (Slo: slo, Tier: t)))
        .GroupBy(p => (p.Tier.Severity, p.Tier.Name, p.Tier.IsPage, p.Tier.LongWindow, p.Tier.ShortWindow, p.Tier.BurnRate, p.Slo.ErrorBudget))
        .Select(g => new SharedTier(service, g.First().Tier, [.. g.Select(p => p.Slo)]));

    private BinaryExpr Above(PrometheusDuration window) => Ql.Binary(BinaryOperator.Greater, Ratio(window), Ql.Number(tier.Threshold));

    private AggregateExpr Ratio(PrometheusDuration window) => Worst(SeriesNames.ErrorRatio(window));

    private AggregateExpr Worst(string series) => Ql.Aggregate("max", new VectorSelector(series, Matchers), SeriesNames.SloLabel);
}
