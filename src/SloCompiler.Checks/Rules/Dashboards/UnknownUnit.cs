using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A unit that Grafana does not know.</summary>
public sealed class UnknownUnit : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO721", "unknown-unit", Severity.Warning,
        "A panel or an override names a unit that Grafana does not have.",
        "Grafana prints the name behind every number, without scaling: 1500 milisec instead of 1.50 s.",
        "Name a unit by its identifier in Grafana, such as `s`, `bytes`, `reqps` or `percentunit`; a text of your own is `suffix:x`.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Units with a prefix of Grafana, such as `suffix:` and `currency:`, and variables are not looked at.",
        bad: DashboardExamples.Panel("\"fieldConfig\": { \"defaults\": { \"unit\": \"seconds\" } }"),
        good: DashboardExamples.Panel("\"fieldConfig\": { \"defaults\": { \"unit\": \"s\" } }"));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        var units = panel.Overrides.SelectMany(o => o.ObjectsOf("properties")).Where(p => p.TextOf("id")?.Value == "unit").Select(p => p.TextOf("value"))
            .Prepend(panel.Defaults?.TextOf("unit"));
        foreach (var unit in units.OfType<YamlScalar>())
        {
            if (!GrafanaUnits.IsKnown(unit.Value))
            {
                var nearest = GrafanaUnits.Nearest(unit.Value);
                scope.Report(new Diagnostic(Descriptor, unit.Span, $"Grafana has no unit \"{unit.Value}\".")
                {
                    Help = nearest is null ? Descriptor.Help : $"Did you mean {nearest}?",
                });
            }
        }
    }
}
