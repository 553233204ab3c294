using SloCompiler.Language.Model;
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

    /// <summary>Five minutes, or four scrapes of the most rarely scraped metric, in whole minutes.</summary>
    public static PrometheusDuration Of(SloSpec slo, LoweringContext context)
    {
        var scrapes = slo.Sli.Accept(new IndicatorExpressions())
            .SelectMany(PromQlWalker.Selectors)
            .Select(selector => selector.MetricName is { } name ? context.Catalogue.FindBySeries(name)?.ScrapeInterval : null)
            .Select(interval => (interval ?? context.Config.ScrapeInterval).Milliseconds)
            .DefaultIfEmpty(0)
            .Max();
        var minutes = ((ScrapesPerWindow * scrapes) + Minute - 1) / Minute;
        var wanted = PrometheusDuration.FromMinutes(minutes);
        return wanted > Usual ? wanted : Usual;
    }
}
