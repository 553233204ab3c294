using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Lowering.Tests.Support;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.PromQL;
using SloCompiler.Testing;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Lowering.Tests;

/// <summary>What alerts say, where they lead, and what is reported of them.</summary>
public sealed class AlertTests
{
    private static readonly ProjectConfig Linked = ProjectConfig.Default with
    {
        RunbookUrl = Specs.At("https://runbooks.example.org/{service}/{runbook}"),
        GrafanaUrl = "https://grafana.example.org/",
    };

    [PromtoolFact]
    public void A_burn_alert_tells_live_how_fast_and_how_long()
    {
        const int Before = 3 * 24 * 60;
        var slo = Specs.Slo(Specs.Events()) with { By = [Specs.At("region")] };
        new Scenario(slo) { Config = Linked with { ScrapeInterval = PrometheusDuration.FromMinutes(5) } }
            .Feed("http_requests_total{region=\"a\\\"b\",code=\"200\"}", Counter.Rising((Before / 5, 500), (14, 490)))
            .Feed("http_requests_total{region=\"a\\\"b\",code=\"500\"}", Counter.Rising((Before / 5, 0), (14, 10)))
            .Alerts(Before + 60, "SloBudgetBurn", """
                exp_labels: {severity: page, service: edge, slo: api, tier: fast, region: 'a"b'}
                exp_annotations:
                  summary: edge/api (region a"b) burns its error budget more than 14.4 times as fast as the objective allows
                  description: "2% of events were bad in the last 1h; more than 1.44% uses 2% of the error budget in that time. Objective: 99.9% over 30d. Burn rate over 1h: 20. Budget left: 78.25%; at this rate it lasts 1d 4h 10m 9s."
                  runbook_url: https://runbooks.example.org/edge/edge#burn
                  dashboard_url: https://grafana.example.org/d/slo-edge?from=now-2d&to=now&var-region=a%22b
                """)
            .Run("5m");
    }

    [PromtoolTheory]
    [InlineData("back`tick", "back%60tick")]
    [InlineData("{{ $value }}", "%7B%7B+%24value+%7D%7D")]
    [InlineData("100%d \\ é", "100%25d+%5C+%C3%A9")]
    [InlineData("two\nlines", "two%0Alines")]
    public void No_label_value_breaks_what_an_alert_says(string value, string inUrl)
    {
        var quoted = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        new Scenario(Specs.Slo(Specs.Events()) with { By = [Specs.At("region")] }) { Config = Linked }
            .Feed($"http_requests_total{{region=\"{quoted}\",code=\"200\"}}", Counter.Rising((60, 98)))
            .Feed($"http_requests_total{{region=\"{quoted}\",code=\"500\"}}", Counter.Rising((60, 2)))
            .Alerts(3, "SloBudgetBurn", [.. new[] { ("page", "fast", "14.4", "1h", "1.44%", "2%"), ("page", "slow", "6", "6h", "0.6%", "5%"), ("ticket", "fast", "3", "1d", "0.3%", "10%"), ("ticket", "slow", "1", "3d", "0.1%", "10%") }.Select(tier => $$"""
                exp_labels: {severity: {{tier.Item1}}, service: edge, slo: api, tier: {{tier.Item2}}, region: "{{quoted}}"}
                exp_annotations:
                  summary: "edge/api (region {{quoted}}) burns its error budget more than {{tier.Item3}} times as fast as the objective allows"
                  description: "2% of events were bad in the last {{tier.Item4}}; more than {{tier.Item5}} uses {{tier.Item6}} of the error budget in that time. Objective: 99.9% over 30d. Burn rate over 1h: 20. Budget left: -1900%; at this rate it lasts no longer."
                  runbook_url: https://runbooks.example.org/edge/edge{{(tier.Item1 == "page" ? "#burn" : "")}}
                  dashboard_url: https://grafana.example.org/d/slo-edge?from=now-2d&to=now&var-region={{inUrl}}
                """)])
            .Run();
    }

    [Fact]
    public void An_alert_says_what_was_bad_in_the_unit_of_its_indicator()
    {
        Assert.Contains("of events were bad", DescriptionOf(Specs.Slo(Specs.Events())), StringComparison.Ordinal);
        Assert.Contains("of samples were bad", DescriptionOf(Specs.Slo(Specs.Probe("up"))), StringComparison.Ordinal);
        Assert.Contains("of the time was bad", DescriptionOf(Specs.Slo(Specs.Slices("queue_depth < 5"))), StringComparison.Ordinal);
        Assert.Contains("of the time was bad", DescriptionOf(Specs.Slo(Specs.Ratio("1 - avg_over_time(up[$window])"))), StringComparison.Ordinal);
    }

    [Fact]
    public void No_number_of_an_alert_has_an_exponent()
    {
        var description = DescriptionOf(Specs.Slo(Specs.Events(), window: Specs.Days(90)));

        Assert.Contains(" * 90 * 86400 / ", description, StringComparison.Ordinal);
        Assert.DoesNotContain("e+", description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_is_written_as_its_author_writes_it()
    {
        var objective = new LatencyObjective(0.95m, 1.5m, "p95 < 1.5s", Specs.Nowhere);
        var plan = PlanText.PlanOf(Specs.Lower(Specs.Slo(Specs.Latency("latency_seconds"), objective: objective)));

        Assert.Equal("events that took longer than 1.5s", plan.Services[0].Slos[0].BadInWords);
    }

    private static string DescriptionOf(SloSpec slo) => Rules(Specs.Lower(slo)).OfType<AlertingRule>()
        .First(alert => alert.Alert == "SloBudgetBurn").Annotations.First(annotation => annotation.Name == "description").Value;

    [Fact]
    public void Metadata_labels_are_on_alerts_and_info_but_never_on_recorded_ratios()
    {
        var plain = Specs.Slo(Specs.Events());
        var labelled = plain with { Labels = [new LabelPair("team", "blue", Specs.Nowhere), new LabelPair("slo", "x", Specs.Nowhere)] };

        var before = Rules(Specs.Lower(plain)).OfType<RecordingRule>().Where(rule => rule.Record != "slo:info");
        var after = Rules(Specs.Lower(labelled)).OfType<RecordingRule>().Where(rule => rule.Record != "slo:info");
        var alerts = Rules(Specs.Lower(labelled)).OfType<AlertingRule>();

        Assert.Equal(before.Select(rule => (rule.Record, Labels(rule))), after.Select(rule => (rule.Record, Labels(rule))));
        Assert.All(alerts, alert => Assert.Equal(["service=edge", "slo=api"], alert.Labels.Where(label => label.Name is "service" or "slo").Select(label => $"{label.Name}={label.Value}")));
        Assert.All(alerts, alert => Assert.Contains(new PlanLabel("team", "blue"), alert.Labels));
    }

    [Fact]
    public void The_info_series_links_the_most_urgent_runbook_also_where_nothing_pages()
    {
        var slo = Specs.Slo(Specs.Events());
        var ticketsOnly = slo with { Alerting = slo.Alerting with { Page = null, Ticket = Block("slow") } };

        Assert.Contains(new PlanLabel("runbook_url", "https://runbooks.example.org/edge/slow"), InfoOf(ticketsOnly).Labels);

        static SeverityBlock Block(string runbook) => new() { Runbook = Specs.At(runbook), Span = Specs.Nowhere };

        static RecordingRule InfoOf(SloSpec slo)
            => Rules(SpecLowering.Lower(Specs.Set(Specs.Service(slo), Linked))).OfType<RecordingRule>().Single(rule => rule.Record == "slo:info");
    }

    [Theory]
    [InlineData("restart", "https://runbooks.example.org/edge/restart")]
    [InlineData("db/fail over#step-2", "https://runbooks.example.org/edge/db/fail%20over#step-2")]
    [InlineData("https://wiki.example.org/x?y=1#z", "https://wiki.example.org/x?y=1#z")]
    public void Runbooks_become_urls(string runbook, string url)
    {
        var slo = Specs.Slo(Specs.Events());
        slo = slo with { Alerting = slo.Alerting with { Page = new SeverityBlock { Runbook = Specs.At(runbook), Span = Specs.Nowhere } } };

        var plan = PlanText.PlanOf(SpecLowering.Lower(Specs.Set(Specs.Service(slo), Linked)));

        Assert.Equal(url, plan.Services[0].Slos[0].Runbooks[0].Url);
    }

    [Fact]
    public void Without_patterns_there_are_no_links()
    {
        var alerts = Rules(Specs.Lower(Specs.Slo(Specs.Events()))).OfType<AlertingRule>();

        Assert.DoesNotContain(alerts.SelectMany(alert => alert.Annotations), annotation => annotation.Name.EndsWith("_url", StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_need_a_runbook_and_tickets_should_have_one()
    {
        var block = new SeverityBlock { Span = Specs.Nowhere };
        var slo = Specs.Slo(Specs.Events());

        var findings = Specs.Lower(slo with { Alerting = slo.Alerting with { Page = block, Ticket = block } }).Diagnostics;

        Assert.Equal(
            [("page-alert-without-runbook", Severity.Error), ("ticket-alert-without-runbook", Severity.Warning)],
            findings.Select(finding => (finding.Descriptor.Name, finding.Severity)));
    }

    [Fact]
    public void Threshold_alerts_get_severity_links_and_metadata()
    {
        var alert = new ThresholdAlert
        {
            Name = Specs.At("QueueTooLong"),
            Expr = Specs.Expr("sum(queue_depth) > 200"),
            For = PrometheusDuration.FromMinutes(15),
            Severity = Specs.At("page"),
            Summary = "The queue is long",
            Runbook = Specs.At("queue"),
            Span = Specs.Nowhere,
        };
        var service = Specs.Service() with { Alerts = [alert], Labels = [new LabelPair("system", "shop", Specs.Nowhere)] };
        var config = Linked with { Severities = Linked.Severities.Add("page", "P1") };

        var group = Assert.Single(PlanText.PlanOf(SpecLowering.Lower(Specs.Set(service, config))).Services[0].Groups);
        var rule = Assert.IsType<AlertingRule>(Assert.Single(group.Rules));

        Assert.Equal("edge/alerts", group.Name);
        Assert.Equal("severity=P1 service=edge system=shop", Labels(rule));
        Assert.Equal(["summary", "runbook_url", "dashboard_url"], rule.Annotations.Select(annotation => annotation.Name));
    }

    [Fact]
    public void A_threshold_between_buckets_is_reported_with_its_neighbours()
    {
        var histogram = new Metric { Name = "latency_seconds", Type = MetricType.Histogram, Buckets = [0.1m, 0.5m, 1m], Span = Specs.Nowhere };
        var catalogue = new MetricsCatalogue(MetricsCatalogue.Empty.Metrics.Add(histogram.Name, histogram));
        var slo = Specs.Slo(Specs.Latency("latency_seconds"), objective: new LatencyObjective(0.95m, 0.25m, "p95 < 250ms", Specs.Nowhere));

        var finding = Assert.Single(SpecLowering.Lower(Specs.Set(Specs.Service(slo), catalogue: catalogue)).Diagnostics);

        Assert.Equal(LoweringDiagnostics.ThresholdNotABucket, finding.Descriptor);
        Assert.Contains("100ms and 500ms", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queue_depth", "condition-not-sliceable")]
    [InlineData("queue_depth < 5 and up", "condition-not-sliceable")]
    [InlineData("queue_depth </ 5", "condition-not-sliceable")]
    public void A_condition_without_a_comparison_is_reported(string condition, string name)
        => Assert.Equal(name, Assert.Single(Specs.Lower(Specs.Slo(Specs.Slices(condition))).Diagnostics).Descriptor.Name);

    [Fact]
    public void A_composite_of_itself_or_of_nothing_is_reported_and_never_followed()
    {
        var result = Specs.Lower(
            Specs.Slo(Specs.Composite(("b", 1)), "a"), Specs.Slo(Specs.Composite(("a", 1), ("other/gone", 1)), "b"));

        Assert.NotEmpty(result.Diagnostics);
        Assert.All(result.Diagnostics, finding => Assert.Equal(LoweringDiagnostics.CompositePartMissing, finding.Descriptor));
    }

    [Fact]
    public void Codes_and_names_are_unique_and_in_the_range_of_lowering()
    {
        var all = LoweringDiagnostics.All;

        Assert.Equal(all.Length, all.Select(descriptor => descriptor.Code).Distinct().Count());
        Assert.Equal(all.Length, all.Select(descriptor => descriptor.Name).Distinct().Count());
        Assert.All(all, descriptor => Assert.InRange(descriptor.Code, "SLO250", "SLO299"));
    }

    private static IEnumerable<PlannedRule> Rules(LoweringResult result)
        => PlanText.PlanOf(result).Services.SelectMany(service => service.Groups).SelectMany(group => group.Rules);

    private static string Labels(PlannedRule rule) => string.Join(' ', rule.Labels.Select(label => $"{label.Name}={label.Value}"));
}
