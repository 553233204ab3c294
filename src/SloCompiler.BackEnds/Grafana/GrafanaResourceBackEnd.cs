using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SloCompiler.BackEnds.Grafana.Json;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.Plan;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Grafana;

/// <summary>The same dashboards as resources of Grafana's own API, which its command-line tools and its API take.</summary>
public sealed class GrafanaResourceBackEnd : IBackEnd
{
    /// <inheritdoc />
    public string Name => "grafana-v1";

    /// <inheritdoc />
    public bool NeedsNativeRules => true;

    /// <inheritdoc />
    public string Description => "Dashboards as resources of Grafana's API (dashboard.grafana.app/v1).";

    /// <inheritdoc />
    public ImmutableArray<OutputFile> Generate(CompilationPlan plan, Workers workers = default) =>
    [
        .. GrafanaBackEnd.Dashboards(plan).Select(d => new OutputFile($"{Name}/{d.Name}.json", buffer => JsonText.Write(Wrap(d.Build()), buffer))),
    ];

    /// <summary>The classic model as <c>spec</c>; what identifies it moves to <c>metadata</c>.</summary>
    private static JsonObject Wrap(Dashboard dashboard)
    {
        var spec = ClassicDashboard.Build(dashboard);
        spec.Remove("uid");
        return new JsonObject
        {
            ["apiVersion"] = "dashboard.grafana.app/v1",
            ["kind"] = "Dashboard",
            ["metadata"] = new JsonObject
            {
                ["name"] = dashboard.Uid,
                ["annotations"] = new JsonObject { ["grafana.app/folder"] = ProviderFile.FolderUid },
            },
            ["spec"] = spec,
        };
    }
}
