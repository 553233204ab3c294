using SloCompiler.Explaining;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using Xunit;

namespace SloCompiler.Tests;

public sealed class BurnMathTests
{
    private static readonly PrometheusDuration Month = PrometheusDuration.FromDays(30);
    private static readonly BurnTier Fast = new(
        "page", true, "fast", PrometheusDuration.FromHours(1), PrometheusDuration.FromMinutes(5), 14.4m, 0.0144m, 0.02m);

    [Fact]
    public void A_budget_of_a_thousandth_of_30_days_is_43_minutes_and_12_seconds()
        => Assert.Equal((43 * 60) + 12, BurnMath.BudgetSeconds(0.001m, Month));

    [Fact]
    public void Ten_events_per_second_give_a_budget_of_25920_bad_ones()
        => Assert.Equal(25_920, BurnMath.BudgetEvents(0.001m, Month, 10));

    [Fact]
    public void A_burn_rate_of_14_4_uses_a_month_in_50_hours()
        => Assert.Equal(50 * 3600, BurnMath.ExhaustionSeconds(Month, 14.4m));

    // The workbook's table: 0.86 min to detect and 4.9 min to reset at a total failure.
    [Fact]
    public void The_fast_page_detects_an_outage_in_52_seconds_and_resets_within_five_minutes()
    {
        Assert.Equal(51.84m, BurnMath.DetectionSeconds(Fast, 1));
        Assert.Equal(295.68m, BurnMath.ResetSeconds(Fast, 1));
    }

    [Fact]
    public void Waiting_delays_detection_and_spends_more_budget()
    {
        var wait = PrometheusDuration.FromMinutes(2);
        Assert.Equal(171.84m, BurnMath.DetectionSeconds(Fast, 1, wait));
        Assert.Equal(0.02m + (120m / 2592m), BurnMath.SpentAtDetection(Fast, 1, 0.001m, Month, wait));
    }

    [Fact]
    public void Errors_at_or_below_the_threshold_never_fire()
    {
        Assert.Null(BurnMath.DetectionSeconds(Fast, 0.0144m));
        Assert.Null(BurnMath.ResetSeconds(Fast, 0.01m));
        Assert.NotNull(BurnMath.DetectionSeconds(Fast, 0.0145m));
    }

    [Fact]
    public void Below_70_events_an_hour_one_bad_event_pages()
        => Assert.Equal(70, decimal.Ceiling(BurnMath.LeastEvents(Fast)));
}
