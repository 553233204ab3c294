using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;

namespace SloCompiler.Plan;

/// <summary>All that is generated for one service.</summary>
public sealed record ServicePlan
{
    // Beside the plan, so that plans are equal whether they were asked for rules or not.
    private static readonly ConditionalWeakTable<ServicePlan, Dictionary<string, List<RuleGroup>>> GroupsByName = [];

    /// <summary>Identity.</summary>
    public required string Service { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>What the service is.</summary>
    public string? Description { get; init; }

    /// <summary>The owning team.</summary>
    public string? Owner { get; init; }

    /// <summary>Metadata labels of the service.</summary>
    public ImmutableArray<PlanLabel> Labels { get; init; } = [];

    /// <summary>The spec file, relative to the project, with forward slashes.</summary>
    public required string SpecPath { get; init; }

    /// <summary>The SLOs in spec order.</summary>
    public ImmutableArray<SloPlan> Slos { get; init; } = [];

    /// <summary>The rule groups in the order in which they are written.</summary>
    public ImmutableArray<RuleGroup> Groups { get; init; } = [];

    /// <summary>The author's own dashboard rows.</summary>
    public ImmutableArray<PlannedRow> Rows { get; init; } = [];

    /// <summary>The rules of one SLO, in their order.</summary>
    public IEnumerable<PlannedRule> RulesOf(SloPlan slo)
    {
        var groups = GroupsByName.GetValue(this, static plan => plan.ByName());
        return slo.GroupNames.Distinct(StringComparer.Ordinal).SelectMany(name => groups.GetValueOrDefault(name) ?? []).SelectMany(g => g.Rules);
    }

    private Dictionary<string, List<RuleGroup>> ByName()
    {
        var byName = new Dictionary<string, List<RuleGroup>>(StringComparer.Ordinal);
        foreach (var group in Groups)
        {
            if (!byName.TryGetValue(group.Name, out var same))
            {
                byName.Add(group.Name, same = []);
            }

            same.Add(group);
        }

        return byName;
    }
}

/// <summary>A label or annotation.</summary>
public sealed record PlanLabel(string Name, string Value);
