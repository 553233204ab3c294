using SloCompiler.Lowering.Trees;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Slices per second: every slice counts once, whatever the scrape and evaluation intervals are.</summary>
internal static class SliceRates
{
    /// <summary>Rates of slices of a vector that is 1 where all is well and 0 where not.</summary>
    public static EventRates Of(PromQlExpr isGood, PrometheusDuration slice)
    {
        PromQlExpr Over(string function, PrometheusDuration window) => Ql.Call(function, Ql.Subquery(isGood, window, slice));
        return new EventRates(
            window => Tree.Divide(
                Tree.Subtract(Over("count_over_time", window), Over("sum_over_time", window)), window.Seconds),
            window => Tree.Divide(Over("count_over_time", window), window.Seconds))
        {
            IsCostly = true,
        };
    }
}
