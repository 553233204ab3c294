using SloCompiler.Lowering.Tests.Support;
using SloCompiler.Testing;

namespace SloCompiler.Lowering.Tests;

/// <summary>When alerts fire and clear, for 99.9 % over 30 days, against what can be worked out by hand.</summary>
public sealed class AlertBehaviourTests
{
    private const int Before = 480;
    private const string Ok = "http_requests_total{code=\"200\"}";
    private const string Failed = "http_requests_total{code=\"500\"}";

    [PromtoolFact]
    public void Two_percent_errors_page_after_43_minutes_and_the_slow_tier_clears_last()
    {
        const int Fault = 180;
        const int Recovery = Before + Fault;
        new Scenario(Specs.Slo(Specs.Events()))
            .Feed(Ok, Counter.Rising((Before, 100), (Fault, 98), (60, 100)))
            .Feed(Failed, Counter.Rising((Before, 0), (Fault, 2), (60, 0)))
            .IsSilent(Before + 43, "page", "fast")
            .Fires(Before + 44, "page", "fast")
            .IsSilent(Before + 107, "page", "slow")
            .Fires(Before + 112, "page", "slow")
            .Fires(Recovery + 1, "page", "fast")
            .IsSilent(Recovery + 3, "page", "fast")
            .Fires(Recovery + 20, "page", "slow")
            .IsSilent(Recovery + 22, "page", "slow")
            .Run();
    }

    [PromtoolFact]
    public void A_full_outage_pages_at_the_next_evaluation_and_clears_with_the_short_window()
    {
        const int Fault = 20;
        new Scenario(Specs.Slo(Specs.Events()))
            .Feed(Ok, Counter.Rising((Before, 100), (Fault, 0), (30, 100)))
            .Feed(Failed, Counter.Rising((Before, 0), (Fault, 100), (30, 0)))
            .IsSilent(Before, "page", "fast")
            .Fires(Before + 1, "page", "fast")
            .Fires(Before + Fault + 4, "page", "fast")
            .IsSilent(Before + Fault + 5, "page", "fast")
            .Run();
    }

    [PromtoolFact]
    public void Few_bad_events_do_not_page_when_a_least_number_is_set()
    {
        var guarded = Specs.Slo(Specs.Events(), "guarded") with { Alerting = Specs.Alerts(minBadEvents: 10) };
        var plain = Specs.Slo(Specs.Events(), "plain");
        const string Alerts = """count(ALERTS{alertname="SloBudgetBurn",tier="fast",severity="page",slo="NAME"})""";
        new Scenario(guarded, plain)
            .Feed(Ok, Counter.Rising((Before, 1), (30, 0.5m)))
            .Feed(Failed, Counter.Rising((Before, 0), (30, 0.5m)))
            .Add(Before + 10, Alerts.Replace("NAME", "plain", StringComparison.Ordinal), 1)
            .None(Before + 10, Alerts.Replace("NAME", "guarded", StringComparison.Ordinal))
            .Add(Before + 27, Alerts.Replace("NAME", "guarded", StringComparison.Ordinal), 1)
            .Run();
    }

    [PromtoolFact]
    public void A_vanished_indicator_is_reported_and_excluded_time_is_not()
    {
        const string NoData = """count(ALERTS{alertname="SloNoData",alertstate="firing",slo="api"})""";
        const string Masked = """count(ALERTS{alertname="SloNoData",slo="masked"})""";
        var masked = Specs.Slo(Specs.Events(), "masked") with { Exclude = Specs.Expr("maintenance == 1") };
        new Scenario(Specs.Slo(Specs.Events()), masked)
            .Feed(Ok, Counter.Rising((30, 100)))
            .Feed("maintenance", Counter.Steps((30, 0), (40, 1)))
            .None(30, NoData)
            .None(42, NoData)
            .Add(46, NoData, 1)
            .None(60, Masked)
            .Run();
    }

    [PromtoolFact]
    public void Every_label_value_has_alerts_of_its_own()
    {
        var slo = Specs.Slo(Specs.Events()) with { By = [Specs.At("region")] };
        new Scenario(slo)
            .Feed("http_requests_total{region=\"eu\",code=\"200\"}", Counter.Rising((120, 90)))
            .Feed("http_requests_total{region=\"eu\",code=\"500\"}", Counter.Rising((120, 10)))
            .Feed("http_requests_total{region=\"us\",code=\"200\"}", Counter.Rising((120, 100)) + " " + Counter.Missing(1))
            .Feed("http_requests_total{region=\"ap\",code=\"200\"}", Counter.Rising((60, 100)))
            .Add(100, """count(ALERTS{alertname="SloBudgetBurn",tier="fast",severity="page",region="eu"})""", 1)
            .None(100, """ALERTS{alertname="SloBudgetBurn",region=~"us|ap"}""")
            .Add(100, """count(ALERTS{alertname="SloNoData",alertstate="firing"} == on (region) ALERTS{region="ap"})""", 1)
            .Near(100, """slo:error_budget_remaining:ratio{region="eu"}""", 1 - (0.1 / 0.001), 0.5)
            .Near(100, """slo:error_budget_remaining:ratio{region="us"}""", 1, 1e-9)
            .Run();
    }
}
