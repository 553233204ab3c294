using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A type of panel that Grafana has dropped.</summary>
public sealed class RetiredPanelType : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO720", "retired-panel-type", Severity.Info,
        "A panel is of a type that current Grafana no longer has.",
        "Grafana 12 has no panels that were made with Angular. It converts the panel whenever it loads the dashboard, as well as it can.",
        "Open the dashboard in a current Grafana, save it, and keep what it wrote.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Reported are the panels of Grafana itself and the common plugins that have a successor.",
        bad: DashboardExamples.Panel("\"type\": \"graph\""),
        good: DashboardExamples.Panel("\"type\": \"timeseries\""));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        if (PanelTypes.Successors.TryGetValue(panel.Type, out var successor) && panel.Node.TextOf("type") is { } type)
        {
            scope.Report(Descriptor, type.Span, $"The panel {panel.Described} is a \"{panel.Type}\", whose successor is \"{successor}\".");
        }
    }
}
