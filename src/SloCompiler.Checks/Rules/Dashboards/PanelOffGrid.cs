using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A place that the grid does not have.</summary>
public sealed class PanelOffGrid : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO717", "panel-off-grid", Severity.Warning,
        "A panel is placed outside the grid, or has no size.",
        "The grid has 24 columns; Grafana moves or squeezes such a panel, and the dashboard looks other than it is written.",
        "Keep x + w at most 24, and w and h at least 1.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Only what is written is looked at; a panel without `gridPos` is not reported.",
        bad: DashboardExamples.Panel("\"gridPos\": { \"x\": 12, \"y\": 0, \"w\": 16, \"h\": 8 }"),
        good: DashboardExamples.Panel("\"gridPos\": { \"x\": 12, \"y\": 0, \"w\": 12, \"h\": 8 }"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        foreach (var panel in scope.Dashboard.Panels)
        {
            if (panel.Grid is { } grid && Problem(grid) is { } problem)
            {
                scope.Report(Descriptor, grid.Node.Span, $"The panel {panel.Described} {problem}.");
            }
        }
    }

    private static string? Problem(GridPosition grid) => grid switch
    {
        { Width: < 1 } or { Height: < 1 } => "has no size",
        { X: < 0 } or { Y: < 0 } => "starts outside the grid",
        _ when grid.X + grid.Width > GridPosition.Columns => $"reaches to column {grid.X + grid.Width} of {GridPosition.Columns}",
        _ => null,
    };
}
