using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>Two panels with one identity.</summary>
public sealed class RepeatedPanelId : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO716", "repeated-panel-id", Severity.Warning,
        "Two panels of a dashboard have the same id.",
        "Grafana gives one of them another id when it loads the dashboard, so a link to that panel, or an alert that names it, shows the other one.",
        "Give the panel an id that no other one has.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Panels in rows count as well.",
        bad: DashboardExamples.Panels("\"id\": 7, \"gridPos\": { \"x\": 0, \"y\": 0, \"w\": 6, \"h\": 4 }", "\"id\": 7, \"gridPos\": { \"x\": 6, \"y\": 0, \"w\": 6, \"h\": 4 }"),
        good: DashboardExamples.Panels("\"id\": 7, \"gridPos\": { \"x\": 0, \"y\": 0, \"w\": 6, \"h\": 4 }", "\"id\": 8, \"gridPos\": { \"x\": 6, \"y\": 0, \"w\": 6, \"h\": 4 }"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        var first = new Dictionary<decimal, GrafanaPanel>();
        foreach (var panel in scope.Dashboard.Panels)
        {
            if (panel.Node.NumberOf("id") is > 0 and var id && panel.Node.Find("id") is { } entry && !first.TryAdd(id, panel))
            {
                scope.Report(new Diagnostic(Descriptor, entry.Value.Span, $"The panel {panel.Described} has the id {id}, which the panel {first[id].Described} has too.")
                {
                    Related = [new RelatedLocation(first[id].Place, "first here")],
                });
            }
        }
    }
}
