using SloCompiler.BackEnds.Grafana;
using SloCompiler.BackEnds.Kubernetes;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan.Targets;

namespace SloCompiler.BackEnds.GrafanaOperator;

/// <summary><c>GrafanaDashboard</c> objects of Grafana's operator.</summary>
public sealed class GrafanaOperatorBackEnd : DashboardObjects
{
    /// <inheritdoc />
    public override string Name => "grafana-operator";

    /// <inheritdoc />
    public override string Description => "GrafanaDashboard objects of Grafana's operator, one per dashboard.";

    /// <inheritdoc />
    private protected override string ApiVersion => "grafana.integreatly.org/v1beta1";

    /// <inheritdoc />
    private protected override string Kind => "GrafanaDashboard";

    /// <inheritdoc />
    private protected override ObjectSettings SettingsOf(TargetSettings settings) => settings.GrafanaOperator;

    /// <inheritdoc />
    private protected override YamlMapEntry ContentOf(string uid, string json, TargetSettings settings)
        => new("spec", YamlMap.Empty
            .With("instanceSelector", YamlMap.Empty.With("matchLabels", ObjectYaml.Labels(settings.InstanceSelector)))
            .With("folder", ProviderFile.FolderTitle)
            .With("json", json));
}
