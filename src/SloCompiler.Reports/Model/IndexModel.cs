using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Input;
using SloCompiler.Plan;

namespace SloCompiler.Reports.Model;

/// <summary>The index page for a template: all SLOs, by owner and service.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Slos">All SLOs in the order of the plan.</param>
/// <param name="Findings">What the check found.</param>
/// <param name="Project">Names the files.</param>
internal sealed record IndexModel(CompilationPlan Plan, ImmutableArray<SloModel> Slos, Findings Findings, ProjectLocation Project)
{
    /// <summary>What stands for the owner of what nobody owns.</summary>
    private const string Nobody = "Nobody";

    /// <summary>All that the page shows.</summary>
    public Dictionary<string, object?> Page()
    {
        var owners = Slos.GroupBy(s => s.Slo.Owner ?? "", StringComparer.Ordinal).OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["totals"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["slos"] = Words.Plural(Slos.Length, "SLO"),
                ["services"] = Words.Plural(Plan.Services.Count(s => !s.Slos.IsEmpty), "service"),
                ["owners"] = Words.Plural(owners.Count(o => o.Key.Length > 0), "owner"),
                ["findings"] = Findings.Summary(Findings.All) ?? "no findings",
            },
            ["measured"] = Slos.Any(s => s.Measured is not null) ? MeasuredModel.Counts([.. Slos.Select(s => s.Measured)]) : null,
            ["many_owners"] = owners.Count > 1,
            ["owners"] = owners.Select((group, i) => Owner(group.Key, i + 1, [.. group])).ToList(),
            ["findings"] = Findings.ToModel(Findings.Others(Plan), Project),
        };
    }

    private static Dictionary<string, object?> Owner(string name, int number, ImmutableArray<SloModel> slos) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["name"] = name.Length == 0 ? Nobody : Words.Short(name),
        ["is_nobody"] = name.Length == 0,
        ["anchor"] = $"owner-{number}",
        ["slo_count"] = Words.Plural(slos.Length, "SLO"),
        ["service_count"] = Words.Plural(slos.Select(s => s.Slo.Service).Distinct(StringComparer.Ordinal).Count(), "service"),
        ["slo_number"] = Number(slos.Length),
        ["service_number"] = Number(slos.Select(s => s.Slo.Service).Distinct(StringComparer.Ordinal).Count()),
        ["measured"] = slos.Any(s => s.Measured is not null) ? MeasuredModel.Counts([.. slos.Select(s => s.Measured)]) : null,
        ["findings_summary"] = Findings.Summary([.. slos.SelectMany(s => s.Findings)]),
        ["services"] = slos.GroupBy(s => s.Service.Service, StringComparer.Ordinal).Select(g => ServiceRow([.. g])).ToList(),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, object?> ServiceRow(ImmutableArray<SloModel> slos) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["name"] = slos[0].Service.Service,
        ["title"] = Words.Short(slos[0].Service.Title),
        ["description"] = slos[0].Service.Description is { } words ? Words.Short(words) : null,
        ["slos"] = slos.Select(s => (object?)s.Summary()).ToList(),
    };
}
