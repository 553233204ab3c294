using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Online;

/// <summary>What <c>slo check --online</c> finds on a real Prometheus.</summary>
public sealed class OnlineCheckTests(OnlineFixture fixture) : IClassFixture<OnlineFixture>
{
    [PrometheusFact]
    public void Specs_whose_rules_are_loaded_have_nothing_to_report_and_values_from_the_records()
    {
        var run = fixture.Check("slo-specs/loaded.slo.yaml", OnlineFixture.LoadedSpec, "slow_interval: 1s\n");
        Assert.Empty(run.Names);
        Assert.Equal(0, run.ExitCode);
        var slo = run.Online.GetProperty("slos")[0];
        Assert.Equal("recorded", slo.GetProperty("source").GetString());
        Assert.Equal(0.9999, slo.GetProperty("lastHour").GetDouble(), 5);
        Assert.InRange(slo.GetProperty("budgetLeft").GetDouble(), 0.89, 0.91);
        Assert.StartsWith("Prometheus 2.", run.Online.GetProperty("server").GetString(), StringComparison.Ordinal);
    }

    [PrometheusFact]
    public void Rules_that_are_not_loaded_are_computed_from_raw_series_and_alerts_that_would_fire_are_told()
    {
        var run = fixture.Check("slo-specs/burning.slo.yaml", OnlineFixture.Spec("burning", "service=\"burning\""));
        var slo = run.Online.GetProperty("slos")[0];
        Assert.Equal("estimated", slo.GetProperty("source").GetString());
        Assert.Equal(0.5, slo.GetProperty("lastHour").GetDouble(), 3);
        Assert.Equal(0.5, slo.GetProperty("inWindow").GetDouble(), 2);
        Assert.InRange(slo.GetProperty("budgetLeft").GetDouble(), -501, -490);
        Assert.Contains("SloBudgetBurn (page, fast)", slo.GetProperty("alerts").EnumerateArray().Select(a => a.GetString()));
        Assert.DoesNotContain(slo.GetProperty("alerts").EnumerateArray().Select(a => a.GetString()), a => a?.StartsWith("SloNoData", StringComparison.Ordinal) == true);
        Assert.Contains(run.Of("alert-fires-now"), f => f.Contains("info: The condition of SloBudgetBurn (page, fast) of burning/availability holds now, with the value 0.5", StringComparison.Ordinal));
        Assert.Single(run.Of("rule-not-loaded"), f => f.Contains("info: The server has loaded none of the", StringComparison.Ordinal));
        Assert.Equal(0, run.ExitCode);
    }

    [PrometheusFact]
    public void An_unknown_metric_is_an_error_with_the_name_that_was_meant()
    {
        var run = fixture.Check("slo-specs/edge.slo.yaml", OnlineFixture.Spec("edge", "service=\"edge\"", "http_request_total"));
        Assert.Equal(
            [
                "9 error: The server has no metric http_request_total. Did you mean http_requests_total?",
                "10 error: The server has no metric http_request_total. Did you mean http_requests_total?",
            ],
            run.Of("metric-not-on-server"));
        Assert.Equal(1, run.ExitCode);
    }

    [PrometheusFact]
    public void A_metric_that_was_there_earlier_is_told_with_its_age()
        => Assert.All(
            fixture.Check("slo-specs/edge.slo.yaml", OnlineFixture.Spec("edge", "job=\"edge\"", "retired_requests_total")).Of("metric-gone-from-server"),
            f => Assert.Contains("warning: retired_requests_total has no series now; it was last seen 2 hours ago.", f, StringComparison.Ordinal));

    [PrometheusFact]
    public void A_label_that_no_series_has_is_an_error_at_the_label()
        => Assert.Contains(
            "10 error: No series of http_requests_total has a label servce on the server. Did you mean service? There are: code, job, route, service.",
            fixture.Check("slo-specs/edge.slo.yaml", OnlineFixture.Spec("edge", "servce=\"edge\"")).Of("label-not-on-server"));

    [PrometheusFact]
    public void A_value_that_no_series_has_is_a_warning_with_the_value_that_was_meant()
        => Assert.Contains(
            "10 warning: No series of http_requests_total has a service that = \"egde\" wants. Did you mean edge? There are: burning, calm, edge, quiet.",
            fixture.Check("slo-specs/edge.slo.yaml", OnlineFixture.Spec("edge", "service=\"egde\"")).Of("matcher-finds-nothing"));

    [PrometheusFact]
    public void Errors_that_have_not_happened_yet_are_only_mentioned()
        => Assert.Equal(
            ["9 info: Each matcher finds series of http_requests_total, but no series fits all of them."],
            fixture.Check("slo-specs/edge.slo.yaml", OnlineFixture.Spec("edge", "service=\"calm\"")).Of("matcher-finds-nothing"));

    [PrometheusFact]
    public void An_objective_without_events_is_told_only_where_it_has_series()
        => Assert.Equal(
            ["4 warning: edge/availability had no events in the last hour."],
            fixture.Check("slo-specs/edge.slo.yaml", OnlineFixture.Spec("edge", "service=\"quiet\"")).Of("slo-without-data"));

    [PrometheusFact]
    public void A_gauge_is_no_counter()
        => Assert.Equal(
            ["4 error: The server has queue_depth as a gauge; rate is for counters and histograms."],
            fixture.Check("rules.yml", Rules("- { record: job:q:rate5m, expr: 'sum by (job) (rate(queue_depth[5m]))' }"), "rules: [rules.yml]\n").Of("type-differs-on-server"));

    [PrometheusFact]
    public void A_threshold_needs_a_bucket_that_the_server_has()
    {
        Assert.Equal(
            ["8 error: http_request_duration_seconds has no bucket that ends at 0.3; the server has 0.1, 0.25, 0.5."],
            fixture.Check("slo-specs/edge.slo.yaml", Latency("300ms")).Of("bucket-not-on-server"));
        Assert.Empty(fixture.Check("slo-specs/edge.slo.yaml", Latency("250ms")).Of("bucket-not-on-server"));
        Assert.Equal(
            ["8 error: The server has http_request_duration_seconds_bucket and no series http_request_duration_seconds: there, the histogram is classic."],
            fixture.Check("slo-specs/edge.slo.yaml", Latency("250ms").Replace("\"edge\"}\n", "\"edge\"}\n        native: true\n", StringComparison.Ordinal)).Of("histogram-kind-differs"));
    }

    [PrometheusFact]
    public void Windows_are_held_against_scrape_intervals_and_retention()
    {
        var run = fixture.Check("slo-specs/edge.slo.yaml", OnlineFixture.Spec("edge", "job=\"batch\"", "batch_runs_total").Replace("7d", "30d", StringComparison.Ordinal));
        Assert.Equal(["4 warning: The base window 5m of edge/availability holds two scrapes: batch_runs_total is scraped every 2m."], run.Of("window-of-few-scrapes"));
        Assert.Equal(["4 warning: The window 30d of edge/availability is longer than the 10d for which the server keeps samples."], run.Of("window-beyond-server-retention"));
    }

    [PrometheusFact]
    public void Syntax_and_features_are_held_against_the_release_and_flags()
    {
        var run = fixture.Check(
            "rules.yml",
            Rules("- { record: 'a:b', expr: 'mad_over_time(queue_depth[5m])' }"),
            "rules: [rules.yml]\nprometheus: { features: [promql-experimental-functions] }\n");
        Assert.Contains(run.Of("syntax-unknown-to-server"), f => f.Contains("mad_over_time", StringComparison.Ordinal));
        Assert.Contains(run.Of("expression-refused-by-server"), f => f.Contains("unknown function", StringComparison.Ordinal));
        Assert.Equal(1, run.ExitCode);
    }

    [PrometheusFact]
    public void Loaded_rules_that_fail_or_differ_and_rules_that_are_missing_are_told()
    {
        var text = OnlineFixture.HandWritten.Replace("queue_depth > 100", "queue_depth > 200", StringComparison.Ordinal)
            + "      - { record: 'job:new:sum', expr: sum by (job) (queue_depth) }\n";
        var run = fixture.Check("rules.yml", text, "rules: [rules.yml]\n");
        Assert.Matches("^4 error: job:broken:many fails on the server: vector cannot contain metrics with the same labelset", Assert.Single(run.Of("rule-fails-on-server")));
        Assert.Equal(["8 info: The server has QueueLong with another expression: queue_depth > 100"], run.Of("loaded-rule-differs"));
        Assert.Equal(["11 warning: The server has loaded 3 of the 4 rules of rules.yml, but not job:new:sum."], run.Of("rule-not-loaded"));
        Assert.Contains("On the server it is firing.", Assert.Single(run.Of("alert-fires-now")), StringComparison.Ordinal);
    }

    [PrometheusFact]
    public void The_cost_of_each_rule_is_told_and_a_dear_one_is_a_warning()
    {
        var run = fixture.Check("rules.yml", Rules("- { record: 'job:a:rate4h', expr: 'sum by (job) (rate(http_requests_total[4h])) + sum by (job) (rate({__name__=~\".+_total\"}[4h]))' }"), "rules: [rules.yml]\n");
        var rule = run.Online.GetProperty("rules")[0];
        Assert.Equal("job:a:rate4h", rule.GetProperty("name").GetString());
        Assert.InRange(rule.GetProperty("samples").GetInt64(), 10_000, 30_000);
        Assert.Equal(1, rule.GetProperty("series").GetInt32());
        Assert.StartsWith("4 warning: One evaluation of job:a:rate4h reads 1", Assert.Single(run.Of("costly-rule")), StringComparison.Ordinal);
    }

    [PrometheusFact]
    public void Settings_and_comments_switch_online_rules_like_any_other()
    {
        const string Rule = "- { record: job:q:rate5m, expr: 'sum by (job) (rate(queue_depth[5m]))' }";
        Assert.Empty(fixture.Check("rules.yml", Rules(Rule), "rules: [rules.yml]\nlint: { rules: { type-differs-on-server: off } }\n").Of("type-differs-on-server"));
        var suppressed = Rules("# slo: ignore type-differs-on-server -- it is renamed next week\n      " + Rule);
        var run = fixture.Check("rules.yml", suppressed, "rules: [rules.yml]\n");
        Assert.Empty(run.Of("type-differs-on-server"));
        Assert.Empty(run.Of("unused-suppression"));
        using var folder = new TempFolder();
        folder.Write("rules.yml", suppressed);
        Assert.DoesNotContain("unused", InProcess.Run(folder, "check", "rules.yml", "--min-severity", "info").Output, StringComparison.Ordinal);
    }

    [PrometheusFact]
    public void People_get_a_table_of_the_slos_now()
    {
        using var folder = new TempFolder();
        folder.Write("slo-specs/loaded.slo.yaml", OnlineFixture.LoadedSpec);
        folder.Write("slo.yaml", $"version: slo-project/v1\nslow_interval: 1s\nprometheus:\n  url: {fixture.Url}\n");
        var result = InProcess.Run(folder, "check", "--online").ShouldSucceed();
        Assert.Contains("SLOs now, by Prometheus 2.", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\| loaded/availability +\| 99\.9% +\| 99\.99\d*% +\| 7d +\| 99\.99\d*% +\| 89\.\d%|\| loaded/availability +\| 99\.9% +\| 99\.99\d*% +\| 7d +\| 99\.99\d*% +\| 90%", result.Output);
        Assert.Contains("Dearest rules:", result.Output, StringComparison.Ordinal);
    }

    private static string Rules(string rule) => $"groups:\n  - name: g\n    rules:\n      {rule}\n";

    private static string Latency(string threshold) => $$"""
        version: slo/v1
        service: edge
        slos:
          - name: latency
            objective: p80 < {{threshold}}
            sli:
              latency:
                histogram: http_request_duration_seconds{service="edge"}
            alerts:
              page: { runbook: https://runbooks.example.org/edge }
              ticket: { runbook: https://runbooks.example.org/edge }

        """;
}
