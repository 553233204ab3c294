using System.Collections.Frozen;
using System.Collections.Immutable;
using SloCompiler.Plan;
using SloCompiler.Plan.Slos;
using SloCompiler.Prometheus.Answers;
using SloCompiler.PromQL;

namespace SloCompiler.Reports.Measuring;

/// <summary>What a Prometheus says of the SLOs of a project.</summary>
/// <param name="Server">The server's address, without credentials.</param>
/// <param name="To">When it was measured.</param>
/// <param name="Slos">The SLOs by <c>service/name</c>.</param>
public sealed record Measurements(string Server, DateTimeOffset To, FrozenDictionary<string, SloMeasurement> Slos)
{
    /// <summary>Whether the server failed to answer a question.</summary>
    public bool HasFailures => Slos.Values.Any(s => s.IsFailure);

    /// <summary>What was measured of an SLO; null where nothing was asked.</summary>
    public SloMeasurement? Of(SloPlan slo) => Slos.GetValueOrDefault(IdOf(slo));

    internal static string IdOf(SloPlan slo) => $"{slo.Service}/{slo.Name}";
}

/// <summary>What was measured of an SLO.</summary>
/// <param name="From">Start of the time that was looked at.</param>
/// <param name="To">Its end.</param>
/// <param name="Budgets">One for each value of the <c>by</c> labels, by their values; one without them; none where there is no data.</param>
/// <param name="Problem">Why there is no data, as a sentence; null where there is some.</param>
/// <param name="IsFailure">Whether the server did not answer, rather than having nothing to say.</param>
public sealed record SloMeasurement(
    DateTimeOffset From,
    DateTimeOffset To,
    ImmutableArray<BudgetMeasurement> Budgets,
    string? Problem = null,
    bool IsFailure = false)
{
    /// <summary>The budget of which least is left; null where there is no data.</summary>
    public BudgetMeasurement? Worst => Budgets.IsEmpty ? null : Budgets.MinBy(b => b.Left ?? double.MaxValue);

    /// <summary>The state of the worst budget.</summary>
    public BudgetState State => Worst?.State ?? BudgetState.NoData;
}

/// <summary>How a budget stands.</summary>
public enum BudgetState
{
    /// <summary>Nothing is known.</summary>
    NoData,

    /// <summary>A quarter or more is left.</summary>
    Healthy,

    /// <summary>Less than a quarter is left.</summary>
    AtRisk,

    /// <summary>Nothing is left.</summary>
    Exhausted,
}

/// <summary>What was measured of one budget.</summary>
public sealed record BudgetMeasurement
{
    /// <summary>The <c>by</c> labels with their values; none where all events share the budget.</summary>
    public required ImmutableArray<PlanLabel> Labels { get; init; }

    /// <summary>Share of good events in the time, 0–1; null where there were none.</summary>
    public double? Attainment { get; init; }

    /// <summary>Share of the budget that is left at the end of the time, for the window of the SLO; below 0 where it is overspent.</summary>
    public double? Left { get; init; }

    /// <summary>Minutes of the time in which the error ratio, over the base window, was above the budget.</summary>
    public double? BadMinutes { get; init; }

    /// <summary>Burn rates at the end of the time by window, ascending.</summary>
    public ImmutableArray<WindowBurn> Burns { get; init; } = [];

    /// <summary>What was left of the budget over the time.</summary>
    public ImmutableArray<Point> LeftOverTime { get; init; } = [];

    /// <summary>The burn rate over one hour over the time: the highest of each step.</summary>
    public ImmutableArray<Point> BurnOverTime { get; init; } = [];

    /// <summary>Days, weeks or months of the time.</summary>
    public ImmutableArray<PeriodMeasurement> Periods { get; init; } = [];

    /// <summary>How it stands.</summary>
    public BudgetState State => Left switch
    {
        null => BudgetState.NoData,
        <= 0 => BudgetState.Exhausted,
        < 0.25 => BudgetState.AtRisk,
        _ => BudgetState.Healthy,
    };
}

/// <summary>A burn rate over a window.</summary>
/// <param name="Window">The window.</param>
/// <param name="BurnRate">The burn rate: 1 = exactly on budget.</param>
public sealed record WindowBurn(PrometheusDuration Window, double BurnRate);

/// <summary>A day, week or month by UTC.</summary>
/// <param name="Name"><c>2026-11-05</c>, <c>2026-W45</c>, <c>2026-11</c>.</param>
/// <param name="From">Its start, or that of the time where that is later.</param>
/// <param name="To">Its end, or that of the time where that is earlier.</param>
/// <param name="IsWhole">Whether all of it was looked at.</param>
/// <param name="Attainment">Share of good events, 0–1; null where there were none.</param>
public sealed record PeriodMeasurement(string Name, DateTimeOffset From, DateTimeOffset To, bool IsWhole, double? Attainment);
