using SloCompiler.Language.Slis.Probe;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Signals;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Samples of a 0/1 gauge.</summary>
internal static class ProbeIndicator
{
    public static LoweredIndicator Lower(ProbeSli sli, SloDraft slo, LoweringContext context)
    {
        PromQlExpr Range(PrometheusDuration window) => sli.Gauge.Expr is VectorSelector selector
            ? Ql.Range(selector, window)
            : Ql.Subquery(sli.Gauge.Expr, window, context.Config.ScrapeInterval);
        PromQlExpr Over(string function, PrometheusDuration window) => Ql.Aggregate("sum", Ql.Call(function, Range(window)), slo.By);
        return new LoweredIndicator
        {
            Signal = new ProbeSignal(sli.Gauge.Expr),
            MeasuredIn = MeasuredUnit.Samples,
            TotalInWords = $"samples of {PromQlPrinter.Print(sli.Gauge.Expr)}",
            BadInWords = "samples at 0",
            Rates = new EventRates(
                // A gauge may have samples that are no number, and one of them makes the whole sum none.
                window => Tree.WithoutNaN(Tree.Divide(
                    Tree.Subtract(Over("count_over_time", window), Over("sum_over_time", window)), window.Seconds)),
                window => Tree.Divide(Over("count_over_time", window), window.Seconds))
            {
                IsCostly = sli.Gauge.Expr is not VectorSelector,
            },
        };
    }
}
