using SloCompiler.Language.Model;
using SloCompiler.Language.Slis.Events;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Signals;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Counters: <c>sum by (…) (rate(counter[w]))</c>, combined as written.</summary>
internal static class EventsIndicator
{
    public static LoweredIndicator? Lower(EventsSli sli, SloDraft slo, LoweringContext context)
    {
        var total = CounterSum.Read(sli.Total, context.Diagnostics);
        var badOrGood = sli.Bad ?? sli.Good;
        var part = badOrGood is null ? null : CounterSum.Read(badOrGood, context.Diagnostics);
        if (total is null || part is null || badOrGood is null)
        {
            return null;
        }

        // Where the good counters are among those of the total, the others are the bad ones.
        var isBad = sli.Bad is not null;
        var bad = isBad ? part : total.Without(part);
        PromQlExpr Total(PrometheusDuration window) => total.Rate(window, slo.By);
        PromQlExpr Within(CounterSum counters, PrometheusDuration window) => counters.RateWithin(total, window, slo.By);
        return new LoweredIndicator
        {
            Signal = new CounterSignal(sli.Bad?.Expr, sli.Good?.Expr, sli.Total.Expr),
            TotalInWords = $"events counted by {InWords(sli.Total)}",
            BadInWords = isBad ? $"events counted by {InWords(badOrGood)}" : $"events not counted by {InWords(badOrGood)}",
            Rates = new EventRates(
                window => bad is null ? Tree.Subtract(Total(window), Within(part, window)) : Within(bad, window),
                Total),
        };
    }

    private static string InWords(SpecExpression expression) => PromQlPrinter.Print(expression.Expr);
}
