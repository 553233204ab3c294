using SloCompiler.Language.Model;
using SloCompiler.Language.Slis.Composite;
using SloCompiler.Language.Slis.Events;
using SloCompiler.Language.Slis.Freshness;
using SloCompiler.Language.Slis.Latency;
using SloCompiler.Language.Slis.Probe;
using SloCompiler.Language.Slis.Ratio;
using SloCompiler.Language.Slis.Slices;
using SloCompiler.PromQL.Printing;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Tests;

public sealed class SpecReaderTests
{
    private static readonly ServiceSpec Edge = Fixtures.ReadService(Fixtures.Good("everything.slo.yaml"));

    private static SloSpec Slo(string name) => Edge.Slos.Single(s => s.Name.Value == name);

    [Fact]
    public void A_service_has_its_metadata()
    {
        Assert.Equal("edge", Edge.Name.Value);
        Assert.Equal("Edge API", Edge.Title);
        Assert.Equal("REST and WebSocket edge in front of the core API.", Edge.Description);
        Assert.Equal("team-edge", Edge.Owner?.Value);
        Assert.Equal(["system=journal", "tier=1", "rank=2"], Edge.Labels.Select(l => $"{l.Name}={l.Value}"));
    }

    [Fact]
    public void Counters_keep_their_expressions_and_places()
    {
        var sli = Assert.IsType<EventsSli>(Slo("login-availability").Sli);

        Assert.Null(sli.Good);
        Assert.Equal("""http_requests_total{route="/login",service="edge"}""", PromQlPrinter.Print(sli.Total.Expr));
        Assert.Equal(24, sli.Total.Span.Start.Line);
        Assert.Equal(16, sli.Total.Map(sli.Total.Expr.Span).Start.Column);
    }

    [Fact]
    public void An_slo_has_window_grouping_labels_and_exclusion()
    {
        var slo = Slo("login-availability");

        Assert.Equal("90d", slo.Window.Text);
        Assert.Equal(["region", "zone"], slo.By.Select(b => b.Value));
        Assert.Equal("journey", Assert.Single(slo.Labels).Name);
        Assert.Equal("""maintenance_active{service="edge"} == 1""", slo.Exclude is { } e ? PromQlPrinter.Print(e.Expr) : null);
        Assert.Equal(0.001m, slo.Objective.ErrorBudget);
    }

    [Fact]
    public void Severity_blocks_are_read()
    {
        var alerting = Slo("login-availability").Alerting;

        Assert.Equal("edge-availability", alerting.Page?.Runbook?.Value);
        Assert.Equal(Fixtures.Duration("2m"), alerting.Page?.For);
        Assert.Equal("edge-availability#slow", alerting.Ticket?.Runbook?.Value);
        Assert.Equal("#edge", alerting.Ticket?.Labels.Single().Value);
        Assert.Equal("impact", alerting.Ticket?.Annotations.Single().Name);
        Assert.Equal("page", alerting.NoData?.RaisedAs);
        Assert.Equal(Fixtures.Duration("15m"), alerting.NoData?.For);
        Assert.Equal(10, alerting.MinBadEvents);
        Assert.Equal("strict", alerting.BurnPolicy?.Value);
    }

    [Fact]
    public void Alerts_that_are_off_are_not_there()
    {
        var off = Slo("login-shared").Alerting;
        var some = Slo("login-latency").Alerting;

        Assert.Equal((null, null, null), (off.Page, off.Ticket, off.NoData));
        Assert.Null(some.Page);
        Assert.NotNull(some.Ticket);
        Assert.Null(some.NoData);
    }

    [Fact]
    public void Without_a_block_page_ticket_and_missing_data_are_on()
    {
        var alerting = Slo("up").Alerting;

        Assert.Equal("edge", alerting.Page?.Runbook?.Value);
        Assert.Equal("edge", alerting.Ticket?.Runbook?.Value);
        Assert.Equal("ticket", alerting.NoData?.RaisedAs);
        Assert.Equal(Fixtures.Duration("10m"), alerting.NoData?.For);
    }

    [Fact]
    public void A_runbook_falls_back_to_the_slo_and_then_to_the_service()
    {
        var slo = Fixtures.ReadService(
            """
            version: slo/v1
            service: edge
            runbook: service-book
            slos:
              - name: a
                objective: 99%
                sli: { probe: { gauge: up } }
                runbook: slo-book
                alerts: { page: { runbook: page-book } }
              - { name: b, objective: 99%, sli: { probe: { gauge: up } } }
            alerts:
              - { name: A, expr: up == 0, severity: page }
            """);

        Assert.Equal("page-book", slo.Slos[0].Alerting.Page?.Runbook?.Value);
        Assert.Equal("slo-book", slo.Slos[0].Alerting.Ticket?.Runbook?.Value);
        Assert.Equal("service-book", slo.Slos[1].Alerting.Page?.Runbook?.Value);
        Assert.Equal("service-book", slo.Alerts[0].Runbook?.Value);
    }

    [Fact]
    public void A_list_of_objectives_makes_one_slo_each()
    {
        var slos = Edge.Slos.Where(s => s.Name.Value.StartsWith("delivery", StringComparison.Ordinal)).ToList();

        Assert.Equal(["delivery-p50", "delivery-p999", "delivery-p99"], slos.Select(s => s.Name.Value));
        Assert.Equal(["Delivery (p50)", "Delivery (p999)", "Delivery (p99)"], slos.Select(s => s.Title));
        Assert.Equal([0.5m, 0.999m, 0.99m], slos.Select(s => s.Objective.Target));
        Assert.Equal([1.5m, 3m, 2m], slos.Select(s => Assert.IsType<LatencyObjective>(s.Objective).ThresholdSeconds));
        Assert.Equal("p50 < 1.5s", slos[0].Objective.Text);
    }

    [Fact]
    public void A_histogram_is_named_without_its_suffix_and_has_a_unit()
    {
        var classic = Assert.IsType<LatencySli>(Slo("delivery-p50").Sli);
        var native = Assert.IsType<LatencySli>(Slo("native-latency").Sli);

        Assert.Equal("delivery_duration_ms", PromQlPrinter.Print(classic.Histogram.Expr));
        Assert.Equal(0.001m, classic.UnitSeconds);
        Assert.False(classic.IsNative);
        Assert.True(native.IsNative);
        Assert.Equal(1, native.UnitSeconds);
    }

    [Theory]
    [InlineData("known_ms", 0.001, false)]
    [InlineData("rpc_native", 1, true)]
    public void Unit_and_kind_of_a_histogram_come_from_the_catalogue(string histogram, double unit, bool isNative)
    {
        var slo = Fixtures.ReadSlo($"  - {{ name: a, objective: p95 < 1s, sli: {{ latency: {{ histogram: {histogram} }} }} }}");

        var sli = Assert.IsType<LatencySli>(slo.Sli);
        Assert.Equal((decimal)unit, sli.UnitSeconds);
        Assert.Equal(isNative, sli.IsNative);
    }

    [Fact]
    public void The_other_kinds_of_indicators_are_read()
    {
        Assert.Equal("up", PromQlPrinter.Print(Assert.IsType<ProbeSli>(Slo("up").Sli).Gauge.Expr));
        Assert.Equal(Fixtures.Duration("30s"), Assert.IsType<SlicesSli>(Slo("queue").Sli).Slice);
        Assert.Equal(Fixtures.Duration("5m"), Assert.IsType<FreshnessSli>(Slo("backup").Sli).Slice);
        Assert.Equal(90_000, Assert.IsType<FreshnessObjective>(Slo("backup").Objective).LimitSeconds);
        Assert.NotNull(Assert.IsType<RatioSli>(Slo("sync").Sli).Total);
        Assert.NotNull(Assert.IsType<EventsSli>(Slo("login-shared").Sli).Good);
        Assert.Equal(
            [("login-availability", 2m), ("edge/login-latency", 1m)],
            Assert.IsType<CompositeSli>(Slo("journey").Sli).Of.Select(p => (p.Slo.Value, p.Weight)));
    }

    [Fact]
    public void Calendar_windows_are_read()
        => Assert.Equal(
            ["month", "quarter", "week", "year"],
            Edge.Slos.Select(s => s.Window).OfType<CalendarWindow>().Select(w => w.Text).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Plain_alerts_are_read()
    {
        var alert = Edge.Alerts[0];

        Assert.Equal(("ImportBacklogGrowing", "page", "workers-import"), (alert.Name.Value, alert.Severity.Value, alert.Runbook?.Value));
        Assert.Equal(Fixtures.Duration("15m"), alert.For);
        Assert.Equal("Import backlog above 200 jobs", alert.Summary);
        Assert.Equal("info", Edge.Alerts[1].Severity.Value);
    }

    [Fact]
    public void Panels_are_read()
    {
        var panels = Assert.Single(Edge.DashboardRows).Panels;

        Assert.Equal(PanelType.TimeSeries, panels[0].Type);
        Assert.Equal("{{queue}}", Assert.Single(panels[0].Queries).Legend);
        Assert.Equal(PanelType.Stat, panels[1].Type);
        Assert.Equal(2, panels[1].Queries.Length);
        Assert.Equal([(5m, "critical"), (10m, "warning")], panels[1].Thresholds.Select(t => (t.Value, t.Level)));
        Assert.Equal(PanelType.Text, panels[2].Type);
        Assert.Equal("Imports run at night.", panels[2].Content);
    }

    [Fact]
    public void Services_and_findings_do_not_depend_on_the_order_of_files()
    {
        string[] texts =
        [
            "version: slo/v1\nservice: core\nowner:\n",
            "version: slo/v1\nservice: edge\n",
            "version: slo/v1\nservice: auth\n",
        ];
        var sources = texts.Select((t, i) => new Text.SourceText($"{i}.slo.yaml", t)).ToList();

        var forward = Reading.SpecReader.Read([.. sources], Fixtures.Config, Fixtures.Catalogue);
        var backward = Reading.SpecReader.Read([.. sources.AsEnumerable().Reverse()], Fixtures.Config, Fixtures.Catalogue);

        Assert.Equal(["auth", "edge"], forward.Specs.Services.Select(s => s.Name.Value));
        Assert.Equal(forward.Specs.Services.Select(s => s.Name.Value), backward.Specs.Services.Select(s => s.Name.Value));
        Assert.Equal(forward.Diagnostics.Select(Fixtures.Describe), backward.Diagnostics.Select(Fixtures.Describe));
    }

    [Fact]
    public void A_service_is_left_out_with_a_part_of_its_composite_but_only_the_part_is_reported()
    {
        var result = Fixtures.Read(
            """
            version: slo/v1
            service: journeys
            slos:
              - { name: a, objective: 99%, sli: { composite: { of: [{ slo: edge/login }] } } }
            """,
            """
            version: slo/v1
            service: edge
            slos:
              - { name: login, objective: 999, sli: { probe: { gauge: up } } }
            """);

        Assert.Equal(["4:31 error objective-without-percent"], result.Diagnostics.Select(Fixtures.Describe));
        Assert.Empty(result.Specs.Services);
    }

    [Theory]
    [InlineData("titel: Edge", "unknown-key", "title", FixSafety.Unsafe)]
    [InlineData("Title: Edge", "unknown-key", "title", FixSafety.Safe)]
    [InlineData("slos: [{ name: my_name, objective: 99%, sli: { probe: { gauge: up } } }]", "invalid-identifier", "my-name", FixSafety.Safe)]
    [InlineData("slos: [{ name: a, objective: 0.999, sli: { probe: { gauge: up } } }]", "objective-without-percent", "99.9%", FixSafety.Unsafe)]
    [InlineData("slos: [{ name: a, objective: 99%, window: monthly, sli: { probe: { gauge: up } } }]", "invalid-window", "month", FixSafety.Unsafe)]
    [InlineData("slos: [{ name: a, objective: 99%, window: 30 days, sli: { probe: { gauge: up } } }]", "invalid-window", "30d", FixSafety.Unsafe)]
    [InlineData("runbook: edge.md#top", "invalid-runbook", "edge#top", FixSafety.Unsafe)]
    [InlineData("alerts: [{ name: A, expr: up == 0, severity: pages }]", "unknown-severity", "page", FixSafety.Unsafe)]
    public void A_fix_writes_what_was_meant(string line, string name, string expected, FixSafety safety)
    {
        var finding = Assert.Single(Fixtures.Read($"version: slo/v1\nservice: edge\n{line}\n").Diagnostics);

        Assert.Equal(name, finding.Descriptor.Name);
        Assert.Equal(expected, finding.Fix?.Edits.Single().NewText);
        Assert.Equal(safety, finding.Fix?.Safety);
    }

    [Fact]
    public void A_fix_takes_rate_off_a_counter()
    {
        const string Text = """
            version: slo/v1
            service: edge
            slos:
              - name: a
                objective: 99%
                sli:
                  events:
                    bad: sum(rate(errors_total{code="500"}[5m]))
                    total: requests_total
            """;

        var finding = Assert.Single(Fixtures.Read(Text).Diagnostics);

        var fixedText = (finding.Fix?.Edits ?? [])
            .OrderByDescending(e => e.Span.Range.Start)
            .Aggregate(Text, (t, e) => t[..e.Span.Range.Start] + e.NewText + t[e.Span.Range.End..]);
        Assert.Contains("bad: errors_total{code=\"500\"}\n", fixedText, StringComparison.Ordinal);
        Assert.Empty(Fixtures.Read(fixedText).Diagnostics);
    }
}
