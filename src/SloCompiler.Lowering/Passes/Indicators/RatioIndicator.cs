using SloCompiler.Language.Slis.Ratio;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Signals;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>A raw error ratio, weighted by events where they are given, else by time.</summary>
internal static class RatioIndicator
{
    private const string WindowVariable = "window";

    public static LoweredIndicator Lower(RatioSli sli, SloDraft slo)
    {
        PromQlExpr Error(PrometheusDuration window)
            => Ql.Call(
                "clamp",
                Ql.Aggregate("max", Tree.Finite(Fill(sli.Error.Expr, window)), slo.By),
                Ql.Number(0),
                Ql.Number(1));
        PromQlExpr Quiet(PrometheusDuration window)
            => Tree.Multiply(Ql.Aggregate("group", Fill(sli.Error.Expr, window), slo.By), 0);
        return new LoweredIndicator
        {
            Signal = new RatioSignal(sli.Error.Expr, sli.Total?.Expr),
            MeasuredIn = sli.Total is null ? MeasuredUnit.Time : MeasuredUnit.Events,
            TotalInWords = sli.Total is null ? "time" : $"events in {PromQlPrinter.Print(sli.Total.Expr)}",
            BadInWords = $"the share {PromQlPrinter.Print(sli.Error.Expr)}",
            Rates = (sli.Total is null ? ByTime(Error) : ByEvents(Error, sli.Total.Expr, slo)) with { Quiet = Quiet },
        };
    }

    private static EventRates ByTime(Func<PrometheusDuration, PromQlExpr> error)
        => new(error, window => Tree.Add(Tree.Multiply(error(window), 0), Ql.Number(1)));

    // Events whose error ratio is unknown are left out of both, else they would count as good.
    private static EventRates ByEvents(Func<PrometheusDuration, PromQlExpr> error, PromQlExpr total, SloDraft slo)
    {
        PromQlExpr All(PrometheusDuration window)
            => Ql.Aggregate("sum", Tree.Finite(Fill(total, window)), slo.By);
        return new EventRates(
            window => Tree.Multiply(error(window), All(window)),
            window => Tree.And(All(window), error(window)));
    }

    private static PromQlExpr Fill(PromQlExpr expr, PrometheusDuration window)
        => DurationSubstitution.Fill(expr, WindowVariable, window);
}
