using SloCompiler.Language.Model;
using SloCompiler.Lowering.Tests.Support;
using SloCompiler.Testing;

namespace SloCompiler.Lowering.Tests;

/// <summary>Recorded ratios against the truth that the test feeds.</summary>
public sealed class RatioBehaviourTests
{
    private const string Ok = "http_requests_total{code=\"200\"}";
    private const string Failed = "http_requests_total{code=\"500\"}";
    private const string Period = "slo:period_error_ratio:ratio";

    [PromtoolFact]
    public void Ten_quiet_minutes_neither_page_nor_poison_the_period()
        => new Scenario(Specs.Slo(Specs.Events()))
            .Feed(Ok, Counter.Rising((60, 999.5m), (10, 0), (60, 999.5m)))
            .Feed(Failed, Counter.Rising((60, 0.5m), (10, 0), (60, 0.5m)))
            .None(70, "slo:error_ratio:rate5m")
            .Near(72, Period, 0.0005, 1e-6)
            .Near(130, Period, 0.0005, 1e-6)
            .None(130, """ALERTS_FOR_STATE{alertname="SloBudgetBurn"}""")
            .Run();

    [PromtoolFact]
    public void A_bad_counter_that_is_born_late_counts_from_its_birth()
        => new Scenario(Specs.Slo(Specs.Events()))
            .Feed(Ok, Counter.Rising((120, 99), (6, 0)))
            .Feed(Failed, $"{Counter.Missing(60)} {Counter.Line(0, 1, 61)} {Counter.Line(60, 0, 6)}")
            .Near(59, Period, 0, 1e-12)
            .Near(126, Period, 60.0 / ((120 * 99) + 60), 0.0001)
            .Run();

    [PromtoolFact]
    public void Every_event_weighs_the_same_however_traffic_changes()
        => new Scenario(Specs.Slo(Specs.Events()))
            .Feed(Ok, Counter.Rising((60, 10_000), (60, 1), (6, 0)))
            .Feed(Failed, Counter.Rising((60, 0), (60, 1), (6, 0)))
            .Near(126, Period, 60.0 / 600_120, 60.0 / 600_120 * 0.01)
            .Run();

    [PromtoolFact]
    public void A_counter_reset_changes_nothing()
        => new Scenario(Specs.Slo(Specs.Events()))
            .Feed(Ok, $"{Counter.Rising((60, 99))} {Counter.Line(99, 99, 60)}")
            .Feed(Failed, $"{Counter.Rising((60, 1))} {Counter.Line(1, 1, 60)}")
            .Near(62, "slo:total:rate5m * 60", 100, 2)
            .Near(62, "slo:bad:rate5m * 60", 1, 0.02)
            .Near(120, Period, 0.01, 1e-6)
            .Near(120, "slo:error_ratio:rate1h", 0.01, 1e-6)
            .Run();

    [PromtoolFact]
    public void A_label_that_changes_in_the_spec_keeps_the_history()
        => new Scenario(Specs.Slo(Specs.Events()) with { Labels = [new LabelPair("team", "new", Specs.Nowhere)] })
            .Feed("slo:bad:rate5m{service=\"edge\",slo=\"api\"}", Counter.Steps((60, 0.5m)))
            .Feed("slo:total:rate5m{service=\"edge\",slo=\"api\"}", Counter.Steps((60, 1)))
            .Feed(Ok, $"{Counter.Missing(60)} {Counter.Line(0, 60, 61)}")
            .Near(120, Period, 0.25, 0.01)
            .Add(120, $"count({Period})", 1)
            .Run();

    [PromtoolFact]
    public void Summed_counters_count_though_some_have_no_series_yet()
        => new Scenario(Specs.Slo(Specs.Events("jobs_failed_total + jobs_expired_total", "jobs_done_total + jobs_failed_total + jobs_expired_total")))
            .Feed("jobs_done_total", Counter.Rising((60, 99)))
            .Feed("jobs_failed_total", Counter.Rising((60, 1)))
            .Near(60, Period, 0.01, 1e-6)
            .Run();

    [PromtoolFact]
    public void Excluded_time_leaves_no_trace()
    {
        var slo = Specs.Slo(Specs.Events()) with { Exclude = Specs.Expr("maintenance == 1") };
        new Scenario(slo)
            .Feed(Ok, Counter.Rising((60, 100), (30, 0), (60, 100)))
            .Feed(Failed, Counter.Rising((60, 0), (30, 100), (60, 0)))
            .Feed("maintenance", Counter.Steps((60, 0), (31, 1), (60, 0)))
            .None(75, "slo:error_ratio:rate5m")
            .Near(150, Period, 0, 1e-12)
            .None(150, """ALERTS_FOR_STATE{alertname="SloBudgetBurn"}""")
            .Run();
    }

    [PromtoolFact]
    public void A_mask_without_the_by_labels_holds_for_every_value()
    {
        var slo = Specs.Slo(Specs.Events()) with { By = [Specs.At("region")], Exclude = Specs.Expr("maintenance == 1") };
        new Scenario(slo)
            .Feed("http_requests_total{code=\"200\",region=\"eu\"}", Counter.Rising((60, 100)))
            .Feed("http_requests_total{code=\"200\",region=\"us\"}", Counter.Rising((60, 100)))
            .Feed("maintenance", Counter.Steps((20, 0), (40, 1)))
            .Feed("maintenance{region=\"eu\"}", Counter.Steps((10, 0), (50, 1)))
            .Add(5, "count(slo:total:rate5m)", 2)
            .Add(15, """count(slo:total:rate5m{region="us"}) + count(slo:total:rate5m)""", 2)
            .None(30, "slo:total:rate5m")
            .Run();
    }

    [PromtoolFact]
    public void A_composite_weighs_its_parts_and_takes_a_silent_one_as_good()
    {
        var login = Specs.Slo(Specs.Events("login_errors_total", "logins_total"), "login");
        var search = Specs.Slo(Specs.Events("search_errors_total", "searches_total"), "search");
        new Scenario(Specs.Slo(Specs.Composite(("login", 3), ("search", 1)), "journey"), login, search)
            .Feed("logins_total", Counter.Rising((120, 100)))
            .Feed("login_errors_total", Counter.Rising((120, 1)))
            .Feed("searches_total", Counter.Rising((60, 10)))
            .Feed("search_errors_total", Counter.Rising((60, 0.5m)))
            .Near(50, """slo:error_ratio:rate30m{slo="journey"}""", ((3 * 0.01) + 0.05) / 4, 1e-4)
            .Near(50, """slo:period_error_ratio:ratio{slo="journey"}""", ((3 * 0.01) + 0.05) / 4, 1e-4)
            .Near(115, """slo:error_ratio:rate30m{slo="journey"}""", 3 * 0.01 / 4, 1e-4)
            .Run();
    }

    [PromtoolFact]
    public void Latency_counts_events_above_the_threshold_and_a_missing_bucket_is_no_success()
    {
        var objective = new LatencyObjective(0.95m, 1, "p95 < 1s", Specs.Nowhere);
        new Scenario(
                Specs.Slo(Specs.Latency("latency_seconds"), objective: objective),
                Specs.Slo(Specs.Latency("other_seconds"), "other", objective))
            .Feed("latency_seconds_count", Counter.Rising((60, 100)))
            .Feed("latency_seconds_bucket{le=\"1.0\"}", Counter.Rising((60, 98)))
            .Feed("latency_seconds_bucket{le=\"+Inf\"}", Counter.Rising((60, 100)))
            .Feed("other_seconds_count", Counter.Rising((60, 100)))
            .Feed("other_seconds_bucket{le=\"2\"}", Counter.Rising((60, 100)))
            .Near(60, """slo:period_error_ratio:ratio{slo="api"}""", 0.02, 1e-6)
            .None(60, """slo:period_error_ratio:ratio{slo="other"}""")
            .Add(60, """count(ALERTS{alertname="SloNoData",alertstate="firing",slo="other"})""", 1)
            .Run();
    }

    [PromtoolFact]
    public void Probes_slices_freshness_and_raw_ratios_give_the_shares_that_were_fed()
    {
        var slices = Specs.Slices("sum(rate(errors_total[2m])) / sum(rate(requests_total[2m])) < 0.01");
        var fresh = new FreshnessObjective(0.99m, 600, "99% fresher than 10m", Specs.Nowhere);
        new Scenario(
                Specs.Slo(Specs.Probe("up"), "probe"),
                Specs.Slo(slices, "slices"),
                Specs.Slo(Specs.Freshness("backup_time"), "fresh", fresh),
                Specs.Slo(Specs.Ratio("1 - avg_over_time(quality[$window])"), "ratio"),
                Specs.Slo(Specs.Ratio("1 - avg_over_time(quality[$window])", "rate(items_total[$window])"), "weighted"))
            .Feed("up{instance=\"a\"}", Counter.Steps((200, 1)))
            .Feed("up{instance=\"b\"}", Counter.Steps((100, 0), (100, 1)))
            .Feed("errors_total", Counter.Rising((50, 0), (50, 10), (100, 0)))
            .Feed("requests_total", Counter.Rising((100, 100), (100, 0)))
            .Feed("backup_time", Counter.Steps((100, 0), (100, 6000)))
            .Feed("quality", Counter.Steps((100, 0.9m), (100, 1)))
            .Feed("items_total", Counter.Rising((100, 10), (99, 90)))
            .Near(199, """slo:period_error_ratio:ratio{slo="probe"}""", 0.25, 0.01)
            .Near(199, """slo:period_error_ratio:ratio{slo="slices"}""", 0.5, 0.02)
            .Near(199, """slo:period_error_ratio:ratio{slo="fresh"}""", ((100 - 11) + (100 - 11)) / 200.0, 0.02)
            .Near(199, """slo:period_error_ratio:ratio{slo="ratio"}""", 0.05, 0.002)
            .Near(199, """slo:period_error_ratio:ratio{slo="weighted"}""", 0.01, 0.001)
            .Run();
    }
}
