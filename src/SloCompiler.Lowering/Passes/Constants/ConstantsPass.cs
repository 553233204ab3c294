using System.Collections.Immutable;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Passes.Metadata;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Constants;

/// <summary>Records the objective, and one series that carries all metadata.</summary>
internal sealed class ConstantsPass : ISloPass
{
    public SloDraft Apply(SloDraft slo, LoweringContext context)
    {
        var objective = slo.Spec.Objective;
        return slo.WithSlow(
            slo.Series.Record(SeriesNames.Objective, Tree.Vector(Ql.Number(objective.Target)), objective.Span),
            new RecordingRule
            {
                Record = SeriesNames.Info,
                Expr = Tree.Vector(Ql.Number(1)),
                Labels = LabelLists.Append(InfoOf(slo), slo.Labels, slo.By),
                Origin = slo.Spec.Name.Span,
            });
    }

    private static ImmutableArray<PlanLabel> InfoOf(SloDraft slo)
    {
        var runbook = slo.Runbooks.Select(link => link.Url).FirstOrDefault(url => url is not null);
        IEnumerable<(string Name, string? Value)> labels =
        [
            (InfoLabels.Title, slo.Spec.Title),
            (InfoLabels.Owner, slo.Service.Owner?.Value),
            (InfoLabels.Objective, slo.Spec.Objective.Text),
            (InfoLabels.Window, slo.Spec.Window.Text),
            (InfoLabels.Indicator, slo.Spec.Sli.Kind),
            (InfoLabels.RunbookUrl, runbook),
            (InfoLabels.DashboardUid, DashboardUid.ForService(slo.ServiceName)),
        ];
        return
        [
            .. slo.Series.Identity,
            .. labels.Where(label => !string.IsNullOrEmpty(label.Value)).Select(label => new PlanLabel(label.Name, label.Value ?? "")),
        ];
    }
}
