using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Indicators;

/// <summary>Bad and all events per second over any window, aggregated to the <c>by</c> labels.</summary>
/// <param name="Bad">Bad events per second.</param>
/// <param name="Total">All events per second.</param>
internal sealed record EventRates(Func<PrometheusDuration, PromQlExpr> Bad, Func<PrometheusDuration, PromQlExpr> Total)
{
    /// <summary>Whether bad events can be missing while there are others, which then is a sign of a broken spec.</summary>
    public bool BadCanVanish { get; init; }
}
