using System.Collections.Immutable;
using SloCompiler.Plan.Targets;

namespace SloCompiler.Plan;

/// <summary>Everything that back ends need, in the order in which it is written: what lowering makes.</summary>
/// <param name="Services">Services by ordinal order of their names.</param>
/// <param name="Project">Facts that hold for all of them.</param>
public sealed record CompilationPlan(ImmutableArray<ServicePlan> Services, ProjectFacts Project);

/// <summary>Facts of the project that shape output.</summary>
/// <param name="GrafanaUrl">Base URL of Grafana without a trailing slash; null where unknown.</param>
/// <param name="PageSeverity">Value of the label <c>severity</c> of page alerts.</param>
/// <param name="TicketSeverity">Value of the label <c>severity</c> of ticket alerts.</param>
public sealed record ProjectFacts(string? GrafanaUrl, string PageSeverity, string TicketSeverity)
{
    /// <summary>Base URL of Alertmanager without a trailing slash; null where unknown.</summary>
    public string? AlertmanagerUrl { get; init; }

    /// <summary>What is known of the systems that the output is for.</summary>
    public TargetSettings Targets { get; init; } = TargetSettings.Default;
}
