using System.Collections.Immutable;
using SloCompiler.Plan.Signals;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Plan.Slos;

/// <summary>One SLO as back ends see it.</summary>
public sealed record SloPlan
{
    /// <summary>Identity of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Identity inside the service.</summary>
    public required string Name { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>What it promises, in the author's words.</summary>
    public string? Description { get; init; }

    /// <summary>The team that owns it.</summary>
    public string? Owner { get; init; }

    /// <summary>Metadata labels of service and SLO together; the SLO's win.</summary>
    public ImmutableArray<PlanLabel> Labels { get; init; } = [];

    /// <summary>The share of good events, 0–1.</summary>
    public required decimal Objective { get; init; }

    /// <summary>The objective as written: <c>99.9%</c>, <c>p95 &lt; 250ms</c>.</summary>
    public required string ObjectiveText { get; init; }

    /// <summary>The threshold of a latency objective or the limit of a freshness objective, in seconds; else null.</summary>
    public decimal? ThresholdSeconds { get; init; }

    /// <summary>The share of bad events that is allowed: 1 − objective.</summary>
    public decimal ErrorBudget => 1 - Objective;

    /// <summary>The window of the budget.</summary>
    public required PlannedWindow Window { get; init; }

    /// <summary>Labels whose every value has a budget of its own.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>Kind of the indicator: events, latency, probe, slices, freshness, ratio, queries, composite.</summary>
    public required string IndicatorKind { get; init; }

    /// <summary>What a budget of the indicator is a share of.</summary>
    public MeasuredUnit MeasuredIn { get; init; } = MeasuredUnit.Events;

    /// <summary>What counts as an event, in words: "HTTP requests to …", "slices of 1m".</summary>
    public required string TotalInWords { get; init; }

    /// <summary>What counts as a bad event, in words.</summary>
    public required string BadInWords { get; init; }

    /// <summary>The raw series behind it.</summary>
    public required Signal Signal { get; init; }

    /// <summary>Fitted burn alert tiers, fastest page first, slowest ticket last.</summary>
    public ImmutableArray<BurnTier> Tiers { get; init; } = [];

    /// <summary>Tiers of the policy that were changed or dropped, and why.</summary>
    public ImmutableArray<TierAdjustment> Adjustments { get; init; } = [];

    /// <summary>Window of the base rates, <c>5m</c> unless scrapes are rare.</summary>
    public required PrometheusDuration BaseWindow { get; init; }

    /// <summary>Windows of recorded error ratios, ascending, without the period.</summary>
    public ImmutableArray<PrometheusDuration> RatioWindows { get; init; } = [];

    /// <summary>Whether <c>slo:bad:rate…</c> and <c>slo:total:rate…</c> are recorded (not for composites).</summary>
    public required bool HasBaseRates { get; init; }

    /// <summary>Latency quantile query for dashboards with its label, such as p95; empty for other kinds.</summary>
    public ImmutableArray<QuantileQuery> Quantiles { get; init; } = [];

    /// <summary>Least number of bad events for a burn alert; null for no guard.</summary>
    public decimal? MinBadEvents { get; init; }

    /// <summary>Runbooks by what they are for, resolved to URLs.</summary>
    public ImmutableArray<RunbookLink> Runbooks { get; init; } = [];

    /// <summary>Names of the rule groups that are about this SLO alone.</summary>
    public ImmutableArray<string> GroupNames { get; init; } = [];

    /// <summary>The entry in the spec.</summary>
    public required SourceSpan Origin { get; init; }
}

/// <summary>The window of a budget.</summary>
/// <param name="Text"><c>30d</c>, <c>month</c>.</param>
/// <param name="Length">Length; nominal for calendar windows.</param>
/// <param name="IsCalendar">Whether it restarts with the calendar (UTC).</param>
public sealed record PlannedWindow(string Text, PrometheusDuration Length, bool IsCalendar)
{
    /// <summary>How long after the start in UTC calendar periods start; negative to the east of Greenwich.</summary>
    public PrometheusDuration Shift { get; init; }
}

/// <summary>A tier of burn alerts after fitting.</summary>
/// <param name="Severity">Value of the label <c>severity</c>.</param>
/// <param name="IsPage">Whether it pages.</param>
/// <param name="Name">Value of the label <c>tier</c>.</param>
/// <param name="LongWindow">Long window L.</param>
/// <param name="ShortWindow">Short window S.</param>
/// <param name="BurnRate">Factor B = p·P/L.</param>
/// <param name="Threshold">Error ratio above which it fires: B·(1−T), exact.</param>
/// <param name="BudgetShare">Share p of the budget that is used in L at that rate, 0–1.</param>
public sealed record BurnTier(
    string Severity,
    bool IsPage,
    string Name,
    PrometheusDuration LongWindow,
    PrometheusDuration ShortWindow,
    decimal BurnRate,
    decimal Threshold,
    decimal BudgetShare)
{
    /// <summary>How long its condition must hold; null for what its severity says.</summary>
    public PrometheusDuration? For { get; init; }

    /// <summary>Labels that only its alert has.</summary>
    public ImmutableArray<PlanLabel> Labels { get; init; } = [];
}

/// <summary>A tier that was changed or dropped to fit window and objective.</summary>
/// <param name="Original">The tier as the policy has it, in words: <c>2% in 1h</c>.</param>
/// <param name="Explanation">What was done and why.</param>
/// <param name="IsDropped">Whether it is gone.</param>
public sealed record TierAdjustment(string Original, string Explanation, bool IsDropped);

/// <summary>What an error ratio is a share of.</summary>
public enum MeasuredUnit
{
    /// <summary>Events, as many as there is traffic.</summary>
    Events,

    /// <summary>Samples, one for each scrape.</summary>
    Samples,

    /// <summary>Time, in slices or at every moment.</summary>
    Time,
}

/// <summary>A quantile of a latency indicator.</summary>
/// <param name="Label">Such as <c>p95</c>.</param>
/// <param name="Expr">The query; ranges are <c>$__rate_interval</c>.</param>
public sealed record QuantileQuery(string Label, PromQlExpr Expr);

/// <summary>A runbook.</summary>
/// <param name="Purpose"><c>page</c>, <c>ticket</c>, <c>no_data</c>, or the name of a threshold alert.</param>
/// <param name="Name">Its name in the spec.</param>
/// <param name="Url">Where people read it; null where no pattern is configured.</param>
/// <param name="Origin">The place in the spec.</param>
public sealed record RunbookLink(string Purpose, string Name, string? Url, SourceSpan Origin);
