using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A panel that asks nothing.</summary>
public sealed class PanelWithoutQuery : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO736", "panel-without-query", Severity.Warning,
        "A panel that shows numbers has no query.",
        "It says \"No data\" for ever.",
        "Add a query, or take the panel out.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Texts, lists, rows and panels of plugins are not looked at.",
        bad: DashboardExamples.Panel("\"targets\": []"),
        good: DashboardExamples.Panel("\"targets\": [{ \"refId\": \"A\", \"expr\": \"up\" }]"));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        if (PanelTypes.Numeric.Contains(panel.Type) && panel.Targets.IsEmpty && panel.Node.Find("snapshotData") is null)
        {
            scope.Report(Descriptor, panel.Place, $"The panel {panel.Described} has no query.");
        }
    }
}
