using System.Collections.Immutable;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>One story about one SLO. Stories with the same title share a test where their series do not meet.</summary>
/// <param name="Title">The story, the same words for every SLO.</param>
/// <param name="Timeline">The raw course.</param>
/// <param name="Expectations">What must be seen.</param>
internal sealed record Scenario(string Title, Timeline Timeline, ImmutableArray<Expectation> Expectations)
{
    /// <summary>Whether series that may be missing are.</summary>
    public bool LeavesOutIdleSeries { get; init; }
}

/// <summary>An SLO with what its tests need to know.</summary>
/// <param name="Slo">The SLO.</param>
/// <param name="Feed">Its raw series.</param>
/// <param name="BurnFor">The longest <c>for</c> of its burn alerts, in minutes.</param>
/// <param name="NoData">Its alert on missing data; null where it is off.</param>
internal sealed record TestedSlo(SloPlan Slo, SignalFeed Feed, int BurnFor, AlertingRule? NoData)
{
    /// <summary>Tiers from the lowest threshold to the highest.</summary>
    public ImmutableArray<BurnTier> TiersByThreshold { get; } = [.. Slo.Tiers.OrderBy(t => t.Threshold)];

    /// <summary>The <c>for</c> of the alert on missing data, in minutes.</summary>
    public int NoDataFor => NoData?.For is { } wait ? Minutes(wait) : 0;

    /// <summary>Value of the label <c>severity</c> of the alert on missing data.</summary>
    public string? NoDataSeverity => NoData?.Labels.FirstOrDefault(l => l.Name == SeriesNames.SeverityLabel)?.Value;

    /// <summary>Length of the base window in minutes.</summary>
    public int BaseMinutes => Minutes(Slo.BaseWindow);

    /// <summary>After so many minutes of a steady course, alerts have made up their minds: short, because every evaluation is of every rule.</summary>
    public int SettledAfter => AtEvaluation(BaseMinutes + 1 + BurnFor);

    /// <summary>The minute itself where rules are evaluated at it, else the next at which they are.</summary>
    public static int AtEvaluation(int minute)
        => (minute + Timeline.MinutesPerEvaluation - 1) / Timeline.MinutesPerEvaluation * Timeline.MinutesPerEvaluation;

    /// <summary>Collects what tests need from the planned rules.</summary>
    public static TestedSlo Create(SloPlan slo, SignalFeed feed, ServicePlan service)
    {
        var alerts = service.RulesOf(slo).OfType<AlertingRule>().ToImmutableArray();
        var burnFor = alerts.Where(a => a.Kind == AlertKind.Burn).Select(a => a.For is { } wait ? Minutes(wait) : 0).DefaultIfEmpty(0).Max();
        return new TestedSlo(slo, feed, burnFor, alerts.FirstOrDefault(a => a.Kind == AlertKind.NoData));
    }

    /// <summary>A duration in minutes, rounded up.</summary>
    public static int Minutes(PromQL.PrometheusDuration duration) => (int)Math.Ceiling(duration.Seconds / 60);
}
