using System.Collections.Immutable;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Plan.Dashboards;

namespace SloCompiler.Lowering.Passes.Metadata;

/// <summary>Puts the metadata labels of service and SLO together and links the SLO to its dashboard.</summary>
internal sealed class MetadataPass : ISloPass
{
    public SloDraft Apply(SloDraft slo, LoweringContext context) => slo with
    {
        Labels = LabelLists.Merge(slo.Service.Labels, slo.Spec.Labels),
        DashboardUrl = context.Config.GrafanaUrl is { } grafana ? DashboardUrl(grafana, slo.ServiceName, slo.By) : null,
    };

    private static string DashboardUrl(string grafana, string service, ImmutableArray<string> by)
    {
        var variables = by.Select(label => $"&var-{DashboardVariable.ForLabel(label)}={{{{ $labels.{label} | urlquery }}}}");
        return DashboardLinks.ToService(grafana, service) + string.Concat(variables);
    }
}
