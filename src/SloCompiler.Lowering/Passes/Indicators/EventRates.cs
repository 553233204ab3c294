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

    /// <summary>
    /// 0 where the raw series are there but say nothing, as 0/0 in a quiet night does, so that this is no traffic and not
    /// missing data; null where no traffic already gives 0.
    /// </summary>
    public Func<PrometheusDuration, PromQlExpr>? Quiet { get; init; }

    /// <summary>Whether an expression is evaluated once for every step of a window, so that recorded rates are better for all but the base window.</summary>
    public bool IsCostly { get; init; }
}
