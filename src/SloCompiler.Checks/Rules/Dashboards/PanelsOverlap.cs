using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>Two panels in one place.</summary>
public sealed class PanelsOverlap : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO718", "panels-overlap", Severity.Info,
        "Two panels share a part of the grid.",
        "Grafana moves one of them down, so that the dashboard looks other than it is written.",
        "Move one of them.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Panels of different rows are not compared, nor those that stand in a row with those beside it.",
        bad: DashboardExamples.Panels("\"id\": 1, \"gridPos\": { \"x\": 0, \"y\": 0, \"w\": 12, \"h\": 8 }", "\"id\": 2, \"gridPos\": { \"x\": 6, \"y\": 4, \"w\": 12, \"h\": 8 }"),
        good: DashboardExamples.Panels("\"id\": 1, \"gridPos\": { \"x\": 0, \"y\": 0, \"w\": 12, \"h\": 8 }", "\"id\": 2, \"gridPos\": { \"x\": 12, \"y\": 0, \"w\": 12, \"h\": 8 }"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        foreach (var row in scope.Dashboard.Panels.Where(p => p.Grid is { Width: >= 1, Height: >= 1 }).GroupBy(p => p.Row))
        {
            // By the top edge, so that each panel is compared with the few that reach down to it.
            var open = new List<(GrafanaPanel Panel, GridPosition Grid)>();
            foreach (var (panel, grid) in row.Select(p => (p, p.Grid)).OfType<(GrafanaPanel Panel, GridPosition Grid)>().OrderBy(p => p.Grid.Y))
            {
                open.RemoveAll(o => o.Grid.Y + o.Grid.Height <= grid.Y);
                if (open.Find(o => o.Grid.Overlaps(grid)).Panel is { } other)
                {
                    scope.Report(new Diagnostic(Descriptor, grid.Node.Span, $"The panel {panel.Described} lies over the panel {other.Described}.")
                    {
                        Related = [new RelatedLocation(other.Place, "the other panel is here")],
                    });
                }

                open.Add((panel, grid));
            }
        }
    }
}
