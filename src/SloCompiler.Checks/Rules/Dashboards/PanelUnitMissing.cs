using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>Numbers without a unit.</summary>
public sealed class PanelUnitMissing : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO737", "panel-unit-missing", Severity.Info,
        "A panel does not say which unit its numbers have.",
        "Nobody can tell whether 0.5 is seconds, a share or a count.",
        "Set the unit: `s`, `bytes`, `percentunit`, or `short` for plain counts.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Panels with value mappings, which show texts, are not reported, nor those whose overrides set units.",
        bad: DashboardExamples.Panel("\"fieldConfig\": { \"defaults\": {} }"),
        good: DashboardExamples.Panel("\"fieldConfig\": { \"defaults\": { \"unit\": \"reqps\" } }"));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        var hasUnit = panel.Defaults?.TextOf("unit") is not null
            || panel.Defaults?.Find("mappings") is not null
            || panel.Overrides.SelectMany(o => o.ObjectsOf("properties")).Any(p => p.TextOf("id")?.Value == "unit");
        if (!hasUnit && PanelTypes.WithUnit.Contains(panel.Type))
        {
            scope.Report(Descriptor, panel.Place, $"The panel {panel.Described} has no unit.");
        }
    }
}
