using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Language.Dashboards.Queries;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>An override for a series that does not exist.</summary>
public sealed class OverrideMatchesNothing : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO731", "override-matches-nothing", Severity.Warning,
        "An override names a series that no query of the panel gives that name.",
        "The colours, units and axes of the override are never used.",
        "Name a series as the legend of its query does.");

    private static readonly ImmutableArray<string> Named = ["timeseries", "stat", "gauge", "bargauge"];

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Reported only where the names are certain: every query of the panel has a fixed legend, and nothing transforms the results.",
        bad: DashboardExamples.Override("erors"),
        good: DashboardExamples.Override("errors"));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        if (!Named.Contains(panel.Type) || !panel.Node.ObjectsOf("transformations").IsEmpty || panel.Targets.IsEmpty)
        {
            return;
        }

        var legends = panel.Targets.Select(t => t.Query is null || t.Node.TextOf("format")?.Value == "table" ? null : t.Legend?.Value).ToList();
        if (legends.OfType<string>().Count(IsFixed) < legends.Count)
        {
            return;
        }

        foreach (var matcher in panel.Overrides.Select(o => o.ObjectOf("matcher")).OfType<YamlMapping>())
        {
            if (matcher.TextOf("id")?.Value == "byName" && matcher.TextOf("options") is { } name && name.Value is not ("Time" or "Value") && IsFixed(name.Value) && !legends.Contains(name.Value))
            {
                scope.Report(new Diagnostic(Descriptor, name.Span, $"No query of the panel {panel.Described} names a series \"{name.Value}\".")
                {
                    Help = $"Its series are {string.Join(", ", legends.Select(l => $"\"{l}\""))}.",
                });
            }
        }
    }

    private static bool IsFixed(string legend)
        => legend.Length > 0 && legend != "__auto" && !legend.Contains("{{", StringComparison.Ordinal) && VariableUse.AllOf(legend).IsEmpty;
}
