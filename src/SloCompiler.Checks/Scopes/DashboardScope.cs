using SloCompiler.Checks.Engine;
using SloCompiler.Language.Dashboards;

namespace SloCompiler.Checks.Scopes;

/// <summary>A dashboard.</summary>
public sealed class DashboardScope(LintProject project, FindingSink sink, GrafanaDashboard dashboard)
    : PlainScope(project, sink, dashboard.Source.Path)
{
    /// <summary>The dashboard.</summary>
    public GrafanaDashboard Dashboard { get; } = dashboard;
}
