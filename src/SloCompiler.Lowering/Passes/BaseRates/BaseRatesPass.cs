using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.BaseRates;

/// <summary>Records bad and all events per second: the only rules that read raw metrics for long windows.</summary>
internal sealed class BaseRatesPass : ISloPass
{
    public SloDraft Apply(SloDraft slo, LoweringContext context)
    {
        if (slo.Indicator.Rates is not { } rates)
        {
            return slo;
        }

        var origin = slo.Spec.Sli.Span;
        var draft = slo.Spec.Exclude is { } exclude
            ? slo.WithFast(slo.Series.Record(SeriesNames.Excluded, Ql.Aggregate("group", exclude.Expr, slo.By), exclude.Span))
            : slo;
        var total = rates.Total(slo.BaseWindow);
        if (rates.Quiet is { } quiet)
        {
            total = Tree.Or(total, quiet(slo.BaseWindow));
        }

        return draft.WithFast(
            slo.Series.Record(SeriesNames.BadRate(slo.BaseWindow), Exclusion.Mask(rates.Bad(slo.BaseWindow), slo), origin),
            slo.Series.Record(SeriesNames.TotalRate(slo.BaseWindow), Exclusion.Mask(total, slo), origin));
    }
}
