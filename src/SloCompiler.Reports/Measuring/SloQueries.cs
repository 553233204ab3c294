using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Reports.Measuring;

/// <summary>What is asked about one SLO: series that its rules record.</summary>
internal sealed class SloQueries(SloPlan slo)
{
    private const string ErrorRatioPrefix = "slo:error_ratio:rate";

    /// <summary>The window of the finest error ratio that is recorded.</summary>
    public PrometheusDuration Base { get; } = slo.HasBaseRates ? slo.BaseWindow : slo.RatioWindows.Append(PrometheusDuration.FromHours(1)).Min();

    /// <summary>What is left of the budget.</summary>
    public string Left => Print(Named(SeriesNames.BudgetRemaining));

    /// <summary>Share of bad events in a time that ends at the time of the query; null where it is only recorded for the SLO's own window.</summary>
    public string? Bad(TimeSpan length) => slo.HasBaseRates
        ? Print(Ql.Binary(BinaryOperator.Divide, Sum(SeriesNames.BadRate(slo.BaseWindow), length), Ql.Binary(BinaryOperator.Greater, Sum(SeriesNames.TotalRate(slo.BaseWindow), length), Ql.Number(0))))
        : null;

    /// <summary>Share of bad events in the SLO's own window.</summary>
    public string PeriodBad => Print(Named(SeriesNames.PeriodErrorRatio));

    /// <summary>The highest burn rate over one hour in each step.</summary>
    public string Burn(TimeSpan step) => Print(Ql.Call("max_over_time", Ql.Range(Named(SeriesNames.BurnRate1h), Duration(step))));

    /// <summary>
    /// How many slots of the base window were bad, in a time that ends at the time of the query. A second less, because Prometheus 2
    /// counts both ends of a range.
    /// </summary>
    public string BadSlots(TimeSpan length)
    {
        var isBad = new BinaryExpr(BinaryOperator.Greater, Named(SeriesNames.ErrorRatio(Base)), Ql.Number(slo.ErrorBudget)) { ReturnBool = true };
        return Print(Ql.Call("sum_over_time", Ql.Subquery(isBad, Duration(length - TimeSpan.FromSeconds(1)), Base)));
    }

    /// <summary>The error ratios of all windows of alerts at once.</summary>
    public string ErrorRatios
    {
        get
        {
            var windows = slo.Tiers.SelectMany(t => new[] { t.LongWindow, t.ShortWindow }).Append(PrometheusDuration.FromHours(1)).Distinct().Order();
            var pattern = string.Join('|', windows.Select(w => Regex.Escape(SeriesNames.ErrorRatio(w))));
            return Print(new VectorSelector(null, [new LabelMatcher("__name__", MatchOperator.RegexMatch, pattern), .. Identity()]));
        }
    }

    /// <summary>The window of an error ratio, by the name of its series.</summary>
    public static PrometheusDuration? WindowOf(string? name)
        => name?.StartsWith(ErrorRatioPrefix, StringComparison.Ordinal) == true && PrometheusDuration.TryParse(name[ErrorRatioPrefix.Length..], out var window) ? window : null;

    private VectorSelector Named(string name) => new(name, Identity());

    private ImmutableArray<LabelMatcher> Identity() =>
    [
        new(SeriesNames.ServiceLabel, MatchOperator.Equal, slo.Service),
        new(SeriesNames.SloLabel, MatchOperator.Equal, slo.Name),
    ];

    private CallExpr Sum(string name, TimeSpan length) => Ql.Call("sum_over_time", Ql.Range(Named(name), Duration(length)));

    private static PrometheusDuration Duration(TimeSpan length) => PrometheusDuration.FromSeconds(Math.Max(1, (long)length.TotalSeconds));

    private static string Print(PromQlExpr expr) => PromQlPrinter.Print(expr);
}
