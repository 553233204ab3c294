using SloCompiler.Language.Model;
using SloCompiler.Language.Slis;
using SloCompiler.Language.Slis.Freshness;
using SloCompiler.Language.Slis.Slices;
using SloCompiler.Lowering.Drafts;
using SloCompiler.Lowering.Passes.Indicators;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Rewriting;

namespace SloCompiler.Lowering.Passes.BaseWindows;

/// <summary>The window of an SLO's base rates.</summary>
internal static class BaseWindow
{
    private const int ScrapesPerWindow = 4;
    private const long Minute = 60_000;

    public static PrometheusDuration Usual { get; } = PrometheusDuration.FromMinutes(5);

    /// <summary>Five minutes, four scrapes of the most rarely scraped metric, or one slice, in whole minutes.</summary>
    public static PrometheusDuration Of(SloSpec slo, LoweringContext context)
    {
        var wanted = WholeMinutes(Math.Max(ScrapesPerWindow * RarestScrape(slo, context), SliceOf(slo.Sli)));
        return wanted > Usual ? wanted : Usual;
    }

    private static PrometheusDuration WholeMinutes(long milliseconds)
        => PrometheusDuration.FromMinutes((milliseconds + Minute - 1) / Minute);

    // A window shorter than a slice holds one only now and then.
    private static long SliceOf(Sli sli) => sli switch
    {
        SlicesSli slices => slices.Slice.Milliseconds,
        FreshnessSli freshness => freshness.Slice.Milliseconds,
        _ => 0,
    };

    private static long RarestScrape(SloSpec slo, LoweringContext context)
    {
        var rarest = 0L;
        foreach (var selector in slo.Sli.Accept(new IndicatorExpressions()).SelectMany(PromQlWalker.Selectors))
        {
            var known = selector.MetricName is { } name ? context.Catalogue.FindBySeries(name)?.ScrapeInterval : null;
            rarest = Math.Max(rarest, (known ?? context.Config.ScrapeInterval).Milliseconds);
        }

        return rarest;
    }
}
