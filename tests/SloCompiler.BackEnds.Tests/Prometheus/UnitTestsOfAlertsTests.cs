using System.Globalization;
using SloCompiler.BackEnds.Prometheus.UnitTests;
using SloCompiler.BackEnds.Tests.Samples;
using SloCompiler.Plan;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Prometheus;

public class UnitTestsOfAlertsTests
{
    public static TheoryData<string> Kinds => ["availability", "good", "latency", "reachable", "queue", "fresh", "loss"];

    public static TheoryData<string, string> Counters => new()
    {
        { """errors_total{code=~"5..|429"}""", """requests_total""" },
        { """requests_total{code!~"2..|3.."}""", """requests_total""" },
        { """requests_total{code!="200",method="GET"}""", """requests_total{method=~"GET|POST",env!=""}""" },
        { """requests_total{result="failed"}""", """requests_total{result="ok"} + requests_total{result="failed"}""" },
        { """failed_total""", """ok_total + failed_total""" },
        { """failed_total""", """all_total - ignored_total""" },
        { """failed_total{zone=~"eu-[a-z]+-\\d{2}",host=~".+\\.example\\.org"}""", """all_total{zone=~"eu-.*"}""" },
        { """a_total - b_total""", """a_total""" },
    };

    private static SampleSlo Good { get; } = SampleSlo.GoodEvents(
        "good", """deliveries_total{result=~"sent|queued"}""", """deliveries_total{result!="cancelled"}""");

    [Fact]
    public void A_test_file_tells_its_stories()
        => Golden.Matches("prometheus/edge.test.yml", Tests(SamplePlan.Of(SamplePlan.Availability)));

    [PromtoolTheory]
    [MemberData(nameof(Kinds))]
    public void Tests_of_every_kind_of_indicator_pass(string name)
    {
        var plan = SamplePlan.Of(Named(name));
        Assert.DoesNotContain("No test for", Tests(plan), StringComparison.Ordinal);
        PromtoolRun.TestRules(plan, plan).ShouldSucceed();
    }

    [PromtoolTheory]
    [MemberData(nameof(Counters))]
    public void Series_are_found_for_all_sorts_of_matchers_and_sums(string bad, string total)
    {
        var plan = SamplePlan.Of(SampleSlo.Events("x", bad, total));
        Assert.DoesNotContain("No test for", Tests(plan), StringComparison.Ordinal);
        PromtoolRun.TestRules(plan, plan).ShouldSucceed();
    }

    [PromtoolFact]
    public void Slos_whose_series_meet_are_tested_apart_and_others_together()
    {
        var all = SampleSlo.Events("all-routes", """http_requests_total{code=~"5.."}""", "http_requests_total");
        var plan = SamplePlan.Of(SamplePlan.Availability, all, SamplePlan.Latency, SamplePlan.Probe, SamplePlan.Slices, SamplePlan.Freshness, Good);

        PromtoolRun.TestRules(plan, plan).ShouldSucceed();

        Assert.Equal(2, Tests(plan).Split("name: a short spike").Length - 1);
    }

    [PromtoolFact]
    public void The_guard_for_low_traffic_is_tested()
    {
        var plan = SamplePlan.Of(SamplePlan.Availability with { MinBadEvents = 10 });
        PromtoolRun.TestRules(plan, plan).ShouldSucceed();
        PromtoolRun.TestRules(plan, SamplePlan.Of(SamplePlan.Availability)).ShouldExitWith(1);
    }

    [PromtoolFact]
    public void Tests_wait_for_alerts_that_wait()
    {
        var plan = SamplePlan.Of(SamplePlan.Availability with { BurnFor = "7m" });
        PromtoolRun.TestRules(plan, plan).ShouldSucceed();
    }

    [Fact]
    public void An_indicator_without_a_faithful_test_says_why()
    {
        var odd = SamplePlan.Slices with
        {
            Signal = new Plan.Signals.SliceSignal(SampleSlo.Expr("histogram_quantile(0.9, x) < 1"), SampleSlo.Duration("1m")),
        };
        var tests = Tests(SamplePlan.Of(odd));
        Assert.Contains("# No test for queue: its condition is more than", tests, StringComparison.Ordinal);
        Assert.Contains("tests: []", tests, StringComparison.Ordinal);
    }

    /// <summary>promtool evaluates every rule in every minute: some hundred minutes stay well below ten seconds.</summary>
    [Fact]
    public void Tests_of_a_service_are_short()
    {
        var tests = Tests(SamplePlan.Of(SamplePlan.Availability, SamplePlan.Latency, SamplePlan.Probe, SamplePlan.Ratio, Good));
        var minutes = tests.Split("  - name: ").Skip(1).Sum(LastMinute);
        Assert.InRange(minutes, 100, 300);
    }

    private static int LastMinute(string test)
        => test.Split("eval_time: ").Skip(1).Max(t => int.Parse(t.Split('m')[0], CultureInfo.InvariantCulture));

    private static SampleSlo Named(string name)
        => new[] { SamplePlan.Availability, Good, SamplePlan.Latency, SamplePlan.Probe, SamplePlan.Slices, SamplePlan.Freshness, SamplePlan.Ratio }
            .Single(s => s.Name == name);

    private static string Tests(CompilationPlan plan) => Assert.Single(new PrometheusTestBackEnd().Generate(plan)).Text;
}
