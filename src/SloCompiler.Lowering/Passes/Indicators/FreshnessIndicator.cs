using SloCompiler.Language.Model;
using SloCompiler.Language.Slis.Freshness;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Signals;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Slices of time in which the newest timestamp is young enough or not.</summary>
internal static class FreshnessIndicator
{
    public static LoweredIndicator? Lower(FreshnessSli sli, SloDraft slo)
    {
        if (slo.Spec.Objective is not FreshnessObjective objective)
        {
            return null;
        }

        var age = Tree.Subtract(Tree.Time, Ql.Aggregate("max", sli.Timestamp.Expr, slo.By));
        var isFresh = Tree.Compare(BinaryOperator.LessOrEqual, age, Ql.Number(objective.LimitSeconds));
        return new LoweredIndicator
        {
            Signal = new AgeSignal(sli.Timestamp.Expr, objective.LimitSeconds, sli.Slice),
            MeasuredIn = MeasuredUnit.Time,
            TotalInWords = $"slices of {sli.Slice} with {PromQlPrinter.Print(sli.Timestamp.Expr)}",
            BadInWords = $"slices in which {PromQlPrinter.Print(sli.Timestamp.Expr)} is older than {Words.Duration(objective.LimitSeconds)}",
            Rates = SliceRates.Of(isFresh, sli.Slice),
        };
    }
}
