using System.Collections.Immutable;
using SloCompiler.Checks.Engine;
using SloCompiler.Input;
using SloCompiler.Plan;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online;

/// <summary>Holds what was read against a server.</summary>
public interface IOnlineCheck
{
    /// <summary>Asks and compares. Whatever the server does is in the report; nothing throws for it.</summary>
    OnlineReport Run(OnlineInput input);
}

/// <summary>What is held against a server.</summary>
/// <param name="Lint">Specs, rule files and dashboards.</param>
/// <param name="Plan">What the specs compile to; null where an error kept it from being built.</param>
/// <param name="Project">The project.</param>
/// <param name="Reported">The files whose findings are wanted; null for all.</param>
/// <param name="Workers">The threads.</param>
public sealed record OnlineInput(LintProject Lint, CompilationPlan? Plan, ProjectLocation Project, IReadOnlySet<string>? Reported, Workers Workers)
{
    /// <summary>Whether findings in a file are wanted.</summary>
    public bool IsWanted(string path) => Reported?.Contains(path) != false;
}

/// <summary>What a server says of a project.</summary>
/// <param name="Findings">What is wrong, as the settings want it.</param>
/// <param name="Slos">The objectives as they are now, by service and name.</param>
/// <param name="Rules">What rules cost, the dearest first.</param>
public sealed record OnlineReport(ImmutableArray<Diagnostic> Findings, ImmutableArray<SloNow> Slos, ImmutableArray<RuleCost> Rules)
{
    /// <summary>What the server is, such as <c>Prometheus 2.42.0</c>; null where it did not say.</summary>
    public string? Server { get; init; }
}

/// <summary>Where a value comes from.</summary>
public enum ValueSource
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The server records it.</summary>
    Recorded,

    /// <summary>It was computed from the raw series, over long windows in coarse steps.</summary>
    Estimated,
}

/// <summary>An objective as it is now.</summary>
/// <param name="Service">The service.</param>
/// <param name="Slo">The objective.</param>
/// <param name="Objective">The share of good events that is promised, 0–1.</param>
/// <param name="Window">The window of the budget as written.</param>
public sealed record SloNow(string Service, string Slo, decimal Objective, string Window)
{
    /// <summary>The share of good events in the last hour, 0–1; of the worst group where there are several. Null where there were no events.</summary>
    public double? LastHour { get; init; }

    /// <summary>The share of good events in the window, 0–1; of the worst group. Null where unknown.</summary>
    public double? InWindow { get; init; }

    /// <summary>What is left of the budget: 1 = all, 0 = nothing, negative = overspent; of the worst group. Null where unknown.</summary>
    public double? BudgetLeft { get; init; }

    /// <summary>Where the values over the window come from.</summary>
    public ValueSource Source { get; init; }

    /// <summary>Number of groups that have a budget of their own and had events.</summary>
    public int Groups { get; init; }

    /// <summary>The alerts whose conditions hold now, such as <c>SloBudgetBurn (page, fast)</c>.</summary>
    public ImmutableArray<string> Alerts { get; init; } = [];
}

/// <summary>What one evaluation of a rule costs.</summary>
/// <param name="Name">What is recorded, or the name of the alert.</param>
/// <param name="Owner">The objective, or the file, that it belongs to.</param>
/// <param name="Samples">Samples that are read.</param>
/// <param name="Series">Series that it gives.</param>
public sealed record RuleCost(string Name, string Owner, long Samples, int Series);
