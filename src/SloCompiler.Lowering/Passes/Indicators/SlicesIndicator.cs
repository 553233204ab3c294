using SloCompiler.Language.Slis.Slices;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Signals;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Slices of time in which a condition holds or not.</summary>
internal static class SlicesIndicator
{
    public static LoweredIndicator? Lower(SlicesSli sli, SloDraft slo, LoweringContext context)
    {
        if (ConditionAsNumber.Convert(sli.Good.Expr, NaNGuard.Apply, out var culprit) is not { } isGood
            || ConditionAsNumber.Convert(sli.Good.Expr, operand => operand, out culprit) is not { } anything)
        {
            context.Diagnostics.Report(
                LoweringDiagnostics.ConditionNotSliceable,
                sli.Good.Map(culprit.Span),
                "This part of the condition is neither true nor false.");
            return null;
        }

        return new LoweredIndicator
        {
            Signal = new SliceSignal(sli.Good.Expr, sli.Slice),
            MeasuredIn = MeasuredUnit.Time,
            TotalInWords = $"slices of {sli.Slice} with samples for {PromQlPrinter.Print(sli.Good.Expr)}",
            BadInWords = $"slices in which {PromQlPrinter.Print(sli.Good.Expr)} does not hold",
            Rates = SliceRates.Of(Ql.Aggregate("min", isGood, slo.By), sli.Slice) with
            {
                Quiet = NaNGuard.IsNeeded(sli.Good.Expr) ? _ => Tree.Multiply(Ql.Aggregate("group", anything, slo.By), 0) : null,
            },
        };
    }
}
