using SloCompiler.Plan.Dashboards;

namespace SloCompiler.Lowering.Passes.Metadata;

/// <summary>Addresses of generated dashboards.</summary>
internal static class DashboardLinks
{
    public static string ToService(string grafana, string service)
        => $"{grafana.TrimEnd('/')}/d/{DashboardUid.ForService(service)}";
}
