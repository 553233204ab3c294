using System.Collections.Immutable;
using System.Globalization;
using FsCheck.Fluent;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Lowering.Tests.Support;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.Testing;

namespace SloCompiler.Lowering.Tests;

/// <summary>Which burn alerts fit a window and an objective.</summary>
public sealed class TierTests
{
    private static readonly SloWindow[] Windows =
    [
        Specs.Days(7), Specs.Days(28), Specs.Days(30), Specs.Days(90),
        Specs.Calendar(CalendarUnit.Month), Specs.Calendar(CalendarUnit.Quarter), Specs.Calendar(CalendarUnit.Year),
    ];

    private static readonly decimal[] Percents = [50m, 90m, 95m, 99m, 99.9m, 99.99m];

    public static TheoryData<int, string, string> Tables => new()
    {
        { 30, "99.9", "page fast 1h/5m x14.4 >0.0144|page slow 6h/30m x6 >0.006|ticket fast 1d/2h x3 >0.003|ticket slow 3d/6h x1 >0.001" },
        { 30, "99", "page fast 1h/5m x14.4 >0.144|page slow 6h/30m x6 >0.06|ticket fast 1d/2h x3 >0.03|ticket slow 3d/6h x1 >0.01" },
        { 30, "95", "page fast 1h/5m x14.4 >0.72|page slow 6h/30m x6 >0.3|ticket fast 1d/2h x3 >0.15|ticket slow 3d/6h x1 >0.05" },
        { 30, "90", "page fast 2h/10m x7.2 >0.72|page slow 6h/30m x6 >0.6|ticket fast 1d/2h x3 >0.3|ticket slow 3d/6h x1 >0.1" },
        { 30, "50", "page fast 9h/45m x1.6 >0.8|page slow 1d/2h x1.5 >0.75|ticket fast 3d/6h x1 >0.5" },
        { 28, "99.9", "page fast 1h/5m x13.44 >0.01344|page slow 6h/30m x5.6 >0.0056|ticket fast 1d/2h x2.8 >0.0028|ticket slow 2d/4h x1.4 >0.0014" },
        { 7, "99.9", "page fast 1h/5m x13.44 >0.01344|page slow 6h/30m x3.5 >0.0035|ticket fast 1d/2h x1.4 >0.0014" },
        { 90, "99.9", "page fast 3h/15m x14.4 >0.0144|page slow 18h/1h30m x6 >0.006|ticket fast 3d/6h x3 >0.003|ticket slow 9d/18h x1 >0.001" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_built_in_policy_is_fitted_to_window_and_objective(int days, string percent, string expected)
        => Assert.Equal(expected.Split('|'), TiersOf(Specs.Days(days), decimal.Parse(percent, CultureInfo.InvariantCulture)).Select(InWords));

    [Theory]
    [InlineData(90, "99.9", "")]
    [InlineData(28, "99.9", "10% in 3d")]
    [InlineData(30, "90", "2% in 1h")]
    public void Only_tiers_that_differ_from_their_policy_are_explained(int days, string percent, string expected)
    {
        var slo = Specs.Slo(Specs.Events(), objective: Specs.Target(decimal.Parse(percent, CultureInfo.InvariantCulture)), window: Specs.Days(days));
        var plan = Assert.Single(Assert.Single(PlanText.PlanOf(Specs.Lower(slo)).Services).Slos);

        Assert.Equal(expected, string.Join(", ", plan.Adjustments.Select(adjustment => adjustment.Original)));
        Assert.All(plan.Adjustments, adjustment => Assert.DoesNotContain("Dropped", adjustment.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public void A_calendar_month_has_the_tiers_of_thirty_days()
        => Assert.Equal(TiersOf(Specs.Days(30), 99.9m).AsEnumerable(), TiersOf(Specs.Calendar(CalendarUnit.Month), 99.9m));

    [Fact]
    public void Every_usual_window_and_objective_has_pages_and_tickets_that_can_fire()
    {
        foreach (var window in Windows)
        {
            foreach (var percent in Percents)
            {
                var tiers = TiersOf(window, percent);
                Assert.Contains(tiers, tier => tier.IsPage);
                Assert.All(tiers, tier => AssertSound(tier, window.Length, (100 - percent) / 100));
            }
        }
    }

    [Fact]
    public void Any_window_and_objective_gets_only_sound_tiers()
    {
        var cases = from hours in Gen.Choose(24, 17520)
                    from thousandths in Gen.OneOf(Gen.Choose(1000, 99999), Gen.Choose(95000, 99999))
                    select (Hours: hours, Percent: thousandths / 1000m);
        Laws.Hold(cases: 2000, law: Prop.ForAll(Arb.From(cases), input =>
        {
            var period = PrometheusDuration.FromHours(input.Hours);
            var tiers = TiersOf(new RollingWindow(period), input.Percent);
            Assert.All(tiers, tier => AssertSound(tier, period, (100 - input.Percent) / 100));
            Assert.Equal(tiers.OrderBy(tier => !tier.IsPage).ThenBy(tier => tier.LongWindow), tiers);
            Assert.Equal(tiers.Length, tiers.Select(tier => (tier.Severity, tier.Name)).Distinct().Count());
        }));
    }

    [Fact]
    public void Rare_scrapes_widen_base_and_short_windows()
    {
        var config = ProjectConfig.Default with { ScrapeInterval = PrometheusDuration.FromMinutes(3) };

        var plan = Assert.Single(Assert.Single(PlanText.PlanOf(SpecLowering.Lower(Specs.Set(Specs.Service(Specs.Slo(Specs.Events())), config))).Services).Slos);

        Assert.Equal("12m", plan.BaseWindow.ToString());
        Assert.All(plan.Tiers, tier => Assert.True(tier.ShortWindow >= plan.BaseWindow && tier.ShortWindow < tier.LongWindow));
    }

    [Fact]
    public void A_tier_of_a_projects_own_policy_that_could_never_fire_is_refitted_with_a_warning()
    {
        var result = Lower(Specs.Target(90m), Tier("page", 0.02m, 1));

        Assert.Contains(result.Diagnostics, finding => finding.Descriptor == LoweringDiagnostics.TierUnreachable);
        Assert.Equal("2h", Assert.Single(TiersIn(result)).LongWindow.ToString());
    }

    [Fact]
    public void A_tier_of_a_projects_own_policy_that_fires_within_the_objective_is_reported()
    {
        var result = Lower(Specs.Target(99.9m), Tier("ticket", 0.05m, 72));

        Assert.Contains(result.Diagnostics, finding => finding.Descriptor == LoweringDiagnostics.TierWithinObjective);
        Assert.All(TiersIn(result), tier => Assert.True(tier.BurnRate >= 1));
    }

    [Fact]
    public void An_objective_that_no_tier_fits_is_reported()
    {
        var result = Lower(Specs.Target(1m), Tier("page", 0.02m, 1));

        Assert.Contains(result.Diagnostics, finding => finding.Descriptor == LoweringDiagnostics.AllTiersDropped);
        Assert.Empty(TiersIn(result));
    }

    private static LoweringResult Lower(Objective objective, BurnTierSpec tier)
    {
        var policy = new BurnPolicy(PrometheusDuration.FromDays(30), [tier]);
        var config = ProjectConfig.Default with { BurnPolicies = ProjectConfig.Default.BurnPolicies.Add("default", policy) };
        return SpecLowering.Lower(Specs.Set(Specs.Service(Specs.Slo(Specs.Events(), objective: objective)), config));
    }

    private static BurnTierSpec Tier(string severity, decimal share, int hours)
        => new(severity, share, PrometheusDuration.FromHours(hours), null, Specs.Nowhere);

    private static ImmutableArray<BurnTier> TiersOf(SloWindow window, decimal percent)
        => TiersIn(Specs.Lower(Specs.Slo(Specs.Probe("up"), objective: Specs.Target(percent), window: window)));

    private static ImmutableArray<BurnTier> TiersIn(LoweringResult result)
        => Assert.Single(Assert.Single(PlanText.PlanOf(result).Services).Slos).Tiers;

    private static string InWords(BurnTier tier) => string.Create(
        CultureInfo.InvariantCulture,
        $"{tier.Severity} {tier.Name} {tier.LongWindow}/{tier.ShortWindow} x{tier.BurnRate:0.####} >{tier.Threshold:0.######}");

    private static void AssertSound(BurnTier tier, PrometheusDuration period, decimal budget)
    {
        Assert.True(tier.BurnRate >= 1, $"{tier} fires within the objective.");
        Assert.True(tier.Threshold < 1, $"{tier} can never fire.");
        Assert.Equal(tier.BurnRate * budget, tier.Threshold);
        Assert.True(tier.ShortWindow < tier.LongWindow && tier.LongWindow <= period, $"{tier} has windows out of order.");
        var exact = tier.BudgetShare * period.Milliseconds / tier.LongWindow.Milliseconds;
        Assert.InRange(tier.BurnRate, exact - 0.0000000001m, exact * 1.001m);
    }
}
