using SloCompiler.Language.Model;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Passes.BaseRates;
using SloCompiler.Lowering.Passes.BurnAlerts;
using SloCompiler.Lowering.Passes.Runbooks;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.NoData;

/// <summary>Alerts when the indicator has vanished, which otherwise looks like a service without errors.</summary>
internal sealed class NoDataPass : ISloPass
{
    private static readonly PrometheusDuration UsualFor = PrometheusDuration.FromMinutes(10);

    public SloDraft Apply(SloDraft slo, LoweringContext context)
        => slo.Spec.Alerting.NoData is { } block && slo.Source is { } source
            ? slo.WithFast(Alert(slo, block, source, context))
            : slo;

    private static PromQlExpr Condition(SloDraft slo, IErrorSource source)
    {
        var all = Exclusion.MaskByAny(source.Vanished, slo);
        return source.VanishedValues is { } values ? Tree.Or(Exclusion.Mask(values, slo), all) : all;
    }

    private static AlertingRule Alert(SloDraft slo, SeverityBlock block, IErrorSource source, LoweringContext context) => new()
    {
        Alert = SeriesNames.NoDataAlert,
        Kind = AlertKind.NoData,
        Expr = Condition(slo, source),
        For = block.For ?? UsualFor,
        Labels = AlertLabels.For(slo, context.SeverityLabel(block.RaisedAs ?? SeverityNames.Ticket), tier: null, block),
        Annotations = AlertAnnotations.For(
            slo,
            block,
            RunbookPurposes.NoData,
            $"{AlertAnnotations.Subject(slo)} has no data",
            $"There are no {AlertTemplates.Escape(slo.Indicator.TotalInWords)}, so neither errors nor success are seen and burn alerts cannot fire."),
        Origin = block.Span,
    };
}
