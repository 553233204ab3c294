using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Trees;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Passes.Ratios;

/// <summary>Records the error ratio over every window, and the burn rate of now.</summary>
internal sealed class RatiosPass : ISloPass
{
    private static readonly PrometheusDuration LongestRaw = PrometheusDuration.FromHours(1);

    public SloDraft Apply(SloDraft slo, LoweringContext context)
    {
        if (slo.Source is not { } source)
        {
            return slo;
        }

        RecordingRule Record(PrometheusDuration window)
            => slo.Series.Record(SeriesNames.ErrorRatio(window), Ratio(slo, source, window), slo.Spec.Sli.Span);
        return slo
            .WithFast([.. slo.FastWindows.Select(Record), BurnRate(slo)])
            .WithSlow([.. slo.SlowWindows.Select(Record)]);
    }

    private static PromQlExpr Ratio(SloDraft slo, IErrorSource source, PrometheusDuration window) => slo.Indicator.Rates switch
    {
        { } when window == slo.BaseWindow => Tree.Share(slo.Series.Bad, slo.Series.Total),
        { IsCostly: false } rates when window <= LongestRaw && slo.Spec.Exclude is null => Tree.Share(rates.Bad(window), rates.Total(window)),
        _ => source.RatioOverTime(window),
    };

    private static RecordingRule BurnRate(SloDraft slo)
    {
        // Where scrapes are so rare that the base window is longer than an hour, it stands in for the hour.
        var window = slo.BaseWindow > LongestRaw ? slo.BaseWindow : LongestRaw;
        return slo.Series.Record(
            SeriesNames.BurnRate1h,
            Tree.Divide(slo.Series.ErrorRatio(window), slo.Spec.Objective.ErrorBudget),
            slo.Spec.Objective.Span);
    }
}
