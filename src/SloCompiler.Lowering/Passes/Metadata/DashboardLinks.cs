using SloCompiler.Plan.Dashboards;

namespace SloCompiler.Lowering.Passes.Metadata;

/// <summary>Addresses of generated dashboards.</summary>
internal static class DashboardLinks
{
    /// <summary>What is open before the reader chooses: long enough to see how an alert came about, short enough to see its minutes.</summary>
    private const string TimeRange = "from=now-2d&to=now";

    public static string ToService(string grafana, string service)
        => $"{grafana.TrimEnd('/')}/d/{DashboardUid.ForService(service)}?{TimeRange}";
}
