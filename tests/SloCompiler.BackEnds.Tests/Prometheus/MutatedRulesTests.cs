using SloCompiler.BackEnds.Tests.Samples;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.PromQL.Printing;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Prometheus;

/// <summary>A test that cannot fail proves nothing: the generated tests must catch rules that are wrong.</summary>
public class MutatedRulesTests
{
    private static readonly CompilationPlan Right = SamplePlan.Of(SamplePlan.Availability, SamplePlan.Latency);

    public static TheoryData<string, string, string> Mutations => new()
    {
        { "a threshold is doubled", "0.0144", "0.0288" },
        { "a threshold is halved", "0.003", "0.0015" },
        { "the long window is read twice", "slo:error_ratio:rate5m{service=\"edge\",slo=\"availability\"} > 0.0144", "1 > bool 0" },
        { "bad events are good ones", "code=~\"5..\"", "code!~\"5..\"" },
        { "the fill is gone", " or (sum(rate(http_requests_total{route=\"/login\"}[5m]))) * 0", "" },
        { "resets are not seen", "rate(", "deriv(" },
        { "the wrong bucket is good", "le=\"0.25\"", "le=\"0.5\"" },
        { "staged sums are averages", "sum_over_time(slo:bad", "avg_over_time(slo:bad" },
        { "missing data is not seen", "absent(slo:total:rate5m", "absent(slo:burn_rate:ratio1h" },
    };

    [PromtoolTheory]
    [MemberData(nameof(Mutations))]
    public void Wrong_rules_fail_the_tests(string what, string from, string to)
    {
        var wrong = Mutate(rule => Replace(rule, from, to));
        Assert.True(PromtoolRun.TestRules(Right, wrong).ExitCode == 1, what);
    }

    [PromtoolFact]
    public void A_page_that_is_a_ticket_fails_the_tests()
        => PromtoolRun.TestRules(Right, Mutate(rule => rule with
        {
            Labels = [.. rule.Labels.Select(l => l is { Name: "severity", Value: "page" } ? l with { Value = "ticket" } : l)],
        })).ShouldExitWith(1);

    [PromtoolFact]
    public void An_alert_that_looks_only_at_its_short_window_fails_the_tests()
        => PromtoolRun.TestRules(Right, Mutate(rule => rule is AlertingRule { Kind: AlertKind.Burn }
            ? Replace(rule, "slo:error_ratio:rate1h", "slo:error_ratio:rate5m")
            : rule)).ShouldExitWith(1);

    [PromtoolTheory]
    [InlineData("20m")]
    [InlineData("2m")]
    public void An_alert_on_missing_data_that_waits_too_long_or_too_short_fails_the_tests(string wait)
        => PromtoolRun.TestRules(Right, Mutate(rule => rule is AlertingRule { Kind: AlertKind.NoData } alert
            ? alert with { For = SampleSlo.Duration(wait) }
            : rule)).ShouldExitWith(1);

    [PromtoolFact]
    public void An_alert_that_is_missing_fails_the_tests()
        => PromtoolRun.TestRules(Right, Edit(rules => rules.Where(r => r is not AlertingRule alert || !alert.Labels.Contains(new PlanLabel("tier", "slow")))))
            .ShouldExitWith(1);

    private static PlannedRule Replace(PlannedRule rule, string from, string to)
        => rule with { Expr = SampleSlo.Expr(PromQlPrinter.Print(rule.Expr).Replace(from, to, StringComparison.Ordinal)) };

    private static CompilationPlan Mutate(Func<PlannedRule, PlannedRule> change) => Edit(rules => rules.Select(change));

    private static CompilationPlan Edit(Func<IEnumerable<PlannedRule>, IEnumerable<PlannedRule>> change)
        => Right with
        {
            Services =
            [
                .. Right.Services.Select(s => s with { Groups = [.. s.Groups.Select(g => g with { Rules = [.. change(g.Rules)] })] }),
            ],
        };
}
