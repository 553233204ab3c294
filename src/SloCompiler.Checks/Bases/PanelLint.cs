using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;

namespace SloCompiler.Checks.Bases;

/// <summary>A rule about single panels of dashboards. Rows and what is kept in the library of Grafana are left out.</summary>
public abstract class PanelLint : DashboardLint
{
    /// <inheritdoc />
    public sealed override void Check(DashboardScope scope)
    {
        foreach (var panel in scope.Dashboard.Panels)
        {
            if (panel is { IsRow: false, IsFromLibrary: false })
            {
                Check(panel, scope);
            }
        }
    }

    /// <summary>Looks at a panel and reports what it finds.</summary>
    public abstract void Check(GrafanaPanel panel, DashboardScope scope);
}
