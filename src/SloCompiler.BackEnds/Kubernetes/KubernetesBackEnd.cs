using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.Plan.Targets;

namespace SloCompiler.BackEnds.Kubernetes;

/// <summary>ConfigMaps with dashboards, which the sidecar of Grafana's chart finds by their label.</summary>
public sealed class KubernetesBackEnd : DashboardObjects
{
    /// <inheritdoc />
    public override string Name => "kubernetes";

    /// <inheritdoc />
    public override string Description => "ConfigMaps with the dashboards, one each.";

    /// <inheritdoc />
    private protected override string ApiVersion => "v1";

    /// <inheritdoc />
    private protected override string Kind => "ConfigMap";

    /// <summary>The folder, where the chart's <c>sidecar.dashboards.folderAnnotation</c> names this annotation.</summary>
    private protected override ImmutableArray<PlanLabel> Annotations => [new("grafana_folder", ProviderFile.FolderTitle)];

    /// <inheritdoc />
    private protected override ObjectSettings SettingsOf(TargetSettings settings) => settings.Kubernetes;

    /// <inheritdoc />
    private protected override YamlMapEntry ContentOf(string uid, string json, TargetSettings settings)
        => new("data", YamlMap.Empty.With($"{uid}.json", json));
}
