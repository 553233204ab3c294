using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Json;
using SloCompiler.BackEnds.Grafana.Overview;
using SloCompiler.BackEnds.Grafana.Service;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana;

/// <summary>Dashboards: one of all SLOs, one for each service, and the file by which Grafana finds them.</summary>
public sealed class GrafanaBackEnd : IBackEnd
{
    private const string OverviewName = "overview";

    /// <inheritdoc />
    public string Name => "grafana";

    /// <inheritdoc />
    public string Description => "Grafana dashboards: an overview of all SLOs, one dashboard per service, and a provider file.";

    /// <summary>The dashboard file of a service, relative to the output folder.</summary>
    public static string PathOf(string service)
        => $"grafana/{(service.Equals(OverviewName, StringComparison.OrdinalIgnoreCase) ? DashboardUid.ForService(service) : service)}.json";

    /// <inheritdoc />
    public ImmutableArray<OutputFile> Generate(CompilationPlan plan, Workers workers = default) =>
    [
        new OutputFile($"grafana/{OverviewName}.json", ClassicDashboard.Write(OverviewDashboard.Build(plan))),
        .. workers.Map(plan.Services, s => new OutputFile(PathOf(s.Service), ClassicDashboard.Write(ServiceDashboard.Build(s)))),
        new OutputFile("grafana/provisioning.yml", ProviderFile.Write()),
    ];
}
