using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Json;
using SloCompiler.BackEnds.Grafana.Model;
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
    public bool NeedsNativeRules => true;

    /// <inheritdoc />
    public string Description => "Grafana dashboards: an overview of all SLOs, one dashboard per service, and a provider file.";

    /// <summary>The dashboard file of a service, relative to the output folder.</summary>
    public static string PathOf(string service)
        => $"grafana/{FileNameOf(service)}.json";

    /// <summary>Writes every dashboard, that of all SLOs first.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="workers">Who may write several at once.</param>
    /// <param name="write">Makes something of a dashboard and its name among files.</param>
    internal static ImmutableArray<T> Dashboards<T>(CompilationPlan plan, Workers workers, Func<string, Dashboard, T> write) =>
    [
        write(OverviewName, OverviewDashboard.Build(plan)),
        .. workers.Map(plan.Services, s => write(FileNameOf(s.Service), ServiceDashboard.Build(s, plan.Project))),
    ];

    private static string FileNameOf(string service)
        => service.Equals(OverviewName, StringComparison.OrdinalIgnoreCase) ? DashboardUid.ForService(service) : service;

    /// <inheritdoc />
    public ImmutableArray<OutputFile> Generate(CompilationPlan plan, Workers workers = default) =>
    [
        .. Dashboards(plan, workers, (name, dashboard) => new OutputFile($"grafana/{name}.json", ClassicDashboard.Write(dashboard))),
        new OutputFile("grafana/provisioning.yml", ProviderFile.Write()),
    ];
}
