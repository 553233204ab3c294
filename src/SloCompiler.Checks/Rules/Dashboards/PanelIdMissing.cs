using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A panel without an identity.</summary>
public sealed class PanelIdMissing : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO715", "panel-id-missing", Severity.Warning,
        "A panel has no id, or one that is not a positive number.",
        "Links to the panel, and alerts that name it, have nothing to hold on to; and when Grafana converts the dashboard to its newer model it drops such a panel.",
        "Give every panel an id of its own: 1, 2, 3 and so on, also those in rows.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Rows need an id too.",
        bad: DashboardExamples.Panel("\"id\": null"),
        good: DashboardExamples.Panel("\"id\": 1"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        foreach (var panel in scope.Dashboard.Panels)
        {
            if (panel.Node.NumberOf("id") is not > 0)
            {
                scope.Report(Descriptor, panel.Node.Find("id")?.Value.Span ?? panel.Place, $"The panel {panel.Described} has no id.");
            }
        }
    }
}
