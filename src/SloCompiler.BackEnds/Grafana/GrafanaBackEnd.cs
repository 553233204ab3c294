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

    /// <summary>Every dashboard by its name among files, that of all SLOs first.</summary>
    internal static ImmutableArray<NamedDashboard> Dashboards(CompilationPlan plan) =>
    [
        new NamedDashboard(OverviewName, () => OverviewDashboard.Build(plan)),
        .. plan.Services.Select(s => new NamedDashboard(FileNameOf(s.Service), () => ServiceDashboard.Build(s, plan.Project))),
    ];

    private static string FileNameOf(string service)
        => service.Equals(OverviewName, StringComparison.OrdinalIgnoreCase) ? DashboardUid.ForService(service) : service;

    /// <inheritdoc />
    public ImmutableArray<OutputFile> Generate(CompilationPlan plan, Workers workers = default) =>
    [
        .. Dashboards(plan).Select(d => new OutputFile($"grafana/{d.Name}.json", buffer => ClassicDashboard.Write(d.Build(), buffer))),
        new OutputFile("grafana/provisioning.yml", ProviderFile.Write()),
    ];
}

/// <summary>A dashboard that is built when it is asked for.</summary>
/// <param name="Name">Its name among files.</param>
/// <param name="Build">Builds it.</param>
internal sealed record NamedDashboard(string Name, Func<Dashboard> Build);
