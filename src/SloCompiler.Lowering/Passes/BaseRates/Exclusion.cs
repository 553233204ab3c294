using System.Collections.Immutable;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.BaseRates;

/// <summary>
/// Takes out what happened while the spec's <c>exclude</c> had a result. A base rate looks back over its window, so it is
/// taken out until the whole window lies behind the excluded time.
/// </summary>
internal static class Exclusion
{
    public static PromQlExpr Mask(PromQlExpr vector, SloDraft slo)
    {
        if (slo.Spec.Exclude is null)
        {
            return vector;
        }

        var everywhere = slo.Series.Select(SeriesNames.Excluded);
        if (slo.By.IsEmpty)
        {
            return Without(vector, everywhere, slo, on: []);
        }

        // A condition without the labels holds for all of their values.
        var common = everywhere with
        {
            Matchers = [.. everywhere.Matchers, .. slo.By.Select(label => new LabelMatcher(label, MatchOperator.Equal, ""))],
        };
        return Without(Without(vector, everywhere, slo, slo.By), common, slo, on: []);
    }

    private static BinaryExpr Without(
        PromQlExpr vector, VectorSelector excluded, SloDraft slo, ImmutableArray<string> on)
        => Ql.Binary(
            BinaryOperator.Unless,
            vector,
            Ql.Call("present_over_time", Ql.Range(excluded, slo.BaseWindow)),
            new VectorMatching(true, on));
}
