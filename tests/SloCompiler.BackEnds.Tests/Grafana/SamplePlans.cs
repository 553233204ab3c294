using System.Collections.Immutable;
using SloCompiler.Plan;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Signals;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Tests.Grafana;

/// <summary>Plans made by hand, with one SLO for each way in which a dashboard can differ.</summary>
internal static class SamplePlans
{
    private static readonly SourceSpan Origin = new SourceText("slo-specs/edge.slo.yaml", "").StartOfFile;
    private static readonly PrometheusDuration Minutes5 = PrometheusDuration.FromMinutes(5);
    private static readonly PrometheusDuration Hour = PrometheusDuration.FromHours(1);

    public static CompilationPlan Full { get; } = Of(Edge(), Batch(), Service("overview", [Slo("overview", "availability")]));

    public static CompilationPlan Of(params ImmutableArray<ServicePlan> services)
        => new(services, new ProjectFacts("https://grafana.example.org", "page", "ticket") { AlertmanagerUrl = "https://alertmanager.example.org" });

    public static ServicePlan Edge() => Service(
        "edge",
        [
            Slo("edge", "login-availability"),
            Slo("edge", "login-latency") with
            {
                Title = "Login is fast",
                Objective = 0.95m,
                ObjectiveText = "p95 < 250ms",
                ThresholdSeconds = 0.25m,
                IndicatorKind = "latency",
                Window = new PlannedWindow("month", PrometheusDuration.FromDays(30), IsCalendar: true),
                Signal = new HistogramSignal(Ql.Series("http_request_duration_seconds"), IsNative: false, 0.25m),
                Quantiles = [new QuantileQuery("p95", Quantile(0.95m))],
            },
            Slo("edge", "regional") with { By = ["region"], Objective = 0.9999m, ObjectiveText = "99.99%" },
            Slo("edge", "up") with
            {
                IndicatorKind = "probe",
                Signal = new ProbeSignal(Ql.Series("up", ("job", "edge"))),
                Owner = null,
                Runbooks = [],
            },
        ]) with
    {
        Title = "Edge API",
        Rows = [AllFamilies()],
    };

    /// <summary>A composite without base rates, alerts and runbooks.</summary>
    public static ServicePlan Batch() => Service(
        "batch",
        [
            Slo("batch", "journey") with
            {
                IndicatorKind = "composite",
                HasBaseRates = false,
                Signal = new CompositeSignal([new CompositeSignalPart("edge", "up", 1)]),
                Tiers = [],
                Runbooks = [],
            },
        ]) with
    {
        Groups =
        [
            new RuleGroup(
                "batch/journey/fast",
                null,
                [.. Recorded(Slo("batch", "journey") with { HasBaseRates = false }).Select(Record), ThresholdAlert("batch", "ImportBacklogGrowing")]),
        ],
    };

    public static ServicePlan Service(string name, ImmutableArray<SloPlan> slos) => new()
    {
        Service = name,
        Title = name,
        Description = "REST and WebSocket edge.",
        Owner = "team-edge",
        SpecPath = $"slo-specs/{name}.slo.yaml",
        Slos = slos,
        Groups = [.. slos.Select(Alerts)],
    };

    public static SloPlan Slo(string service, string name) => new()
    {
        Service = service,
        Name = name,
        Title = name,
        Owner = "team-edge",
        Objective = 0.999m,
        ObjectiveText = "99.9%",
        Window = new PlannedWindow("30d", PrometheusDuration.FromDays(30), IsCalendar: false),
        IndicatorKind = "events",
        TotalInWords = "requests to /login",
        BadInWords = "answers with a 5xx status",
        Signal = new CounterSignal(Ql.Series("http_requests_total", ("code", "500")), null, Ql.Series("http_requests_total")),
        Tiers =
        [
            new BurnTier("page", true, "fast", Hour, Minutes5, 14.4m, 0.0144m, 0.02m),
            new BurnTier("page", true, "slow", PrometheusDuration.FromHours(6), PrometheusDuration.FromMinutes(30), 6m, 0.006m, 0.05m),
            new BurnTier("ticket", false, "slow", PrometheusDuration.FromDays(3), PrometheusDuration.FromHours(6), 1m, 0.001m, 0.1m),
        ],
        BaseWindow = Minutes5,
        RatioWindows =
        [
            Minutes5, PrometheusDuration.FromMinutes(30), Hour, PrometheusDuration.FromHours(6), PrometheusDuration.FromDays(3),
        ],
        HasBaseRates = true,
        Runbooks =
        [
            new RunbookLink("page", "availability", "https://runbooks.example.org/edge/availability", Origin),
            new RunbookLink("ticket", "availability", "https://runbooks.example.org/edge/availability", Origin),
            new RunbookLink("no_data", "silence", null, Origin),
        ],
        Origin = Origin,
    };

    public static PlannedPanel Panel(PlannedPanelType type, string title) => new()
    {
        Title = title,
        Type = type,
        Unit = "short",
        Queries = type == PlannedPanelType.Text
            ? []
            : [new PlannedQuery(Ql.Aggregate("sum", Ql.Series("queue_depth"), "queue"), "{{queue}}")],
        Content = type == PlannedPanelType.Text ? "See the **wiki**." : null,
        Origin = Origin,
    };

    private static PlannedRow AllFamilies() => new(
        "Core and workers",
        [
            .. Enum.GetValues<PlannedPanelType>().Select(t => Panel(t, $"Depth as {t}")),
            Panel(PlannedPanelType.TimeSeries, "Depth as TimeSeries") with
            {
                Description = "With limits.",
                Thresholds = [new PlannedThreshold(100, false), new PlannedThreshold(200, true)],
                RunbookUrl = "https://runbooks.example.org/workers",
            },
        ]);

    private static CallExpr Quantile(decimal quantile)
    {
        var buckets = new MatrixSelector(Ql.Series("http_request_duration_seconds_bucket"), new DurationVariable("__rate_interval"));
        return Ql.Call("histogram_quantile", Ql.Number(quantile), Ql.Aggregate("sum", Ql.Call("rate", buckets), "le"));
    }

    private static RuleGroup Alerts(SloPlan slo) => new(
        $"{slo.Service}/{slo.Name}/fast",
        null,
        [.. Recorded(slo).Select(Record), .. slo.Tiers.Select(t => Alert(slo, SeriesNames.BurnAlert, AlertKind.Burn, t)), Alert(slo, SeriesNames.NoDataAlert, AlertKind.NoData, null)]);

    private static IEnumerable<string> Recorded(SloPlan slo) =>
    [
        SeriesNames.Info, SeriesNames.Objective, SeriesNames.BudgetRemaining, SeriesNames.BurnRate1h, SeriesNames.PeriodErrorRatio,
        .. slo.RatioWindows.Select(SeriesNames.ErrorRatio),
        .. slo.HasBaseRates ? (string[])[SeriesNames.BadRate(slo.BaseWindow), SeriesNames.TotalRate(slo.BaseWindow)] : [],
        .. slo.Window.IsCalendar ? (string[])[SeriesNames.PeriodElapsed] : [],
    ];

    private static RecordingRule Record(string name) => new() { Record = name, Expr = Ql.Series("up"), Origin = Origin };

    private static AlertingRule Alert(SloPlan slo, string name, AlertKind kind, BurnTier? tier) => new()
    {
        Alert = name,
        Kind = kind,
        Expr = Ql.Series(SeriesNames.BurnRate1h),
        Labels =
        [
            new PlanLabel(SeriesNames.SeverityLabel, tier?.Severity ?? "ticket"),
            new PlanLabel(SeriesNames.ServiceLabel, slo.Service),
            new PlanLabel(SeriesNames.SloLabel, slo.Name),
            .. tier is null ? (PlanLabel[])[] : [new PlanLabel(SeriesNames.TierLabel, tier.Name)],
        ],
        Origin = Origin,
    };

    private static AlertingRule ThresholdAlert(string service, string name) => new()
    {
        Alert = name,
        Kind = AlertKind.Threshold,
        Expr = Ql.Series("queue_depth"),
        Labels = [new PlanLabel(SeriesNames.ServiceLabel, service)],
        Origin = Origin,
    };
}
