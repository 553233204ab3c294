using System.Collections.Immutable;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Signals;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Tests.Samples;

/// <summary>Plans made by hand.</summary>
internal static class SamplePlan
{
    public static SourceSpan Origin { get; } = new SourceText("slo-specs/edge.slo.yaml", "").StartOfFile;

    public static SampleSlo Availability { get; } = SampleSlo.Events(
        "availability", """http_requests_total{route="/login",code=~"5.."}""", """http_requests_total{route="/login"}""");

    public static SampleSlo Latency { get; } = new(
        "latency",
        "latency",
        new HistogramSignal((VectorSelector)SampleSlo.Expr("""http_request_duration_seconds{route="/login"}"""), false, 0.25m),
        """sum(rate(http_request_duration_seconds_count{route="/login"}[$w])) - sum(rate(http_request_duration_seconds_bucket{route="/login",le="0.25"}[$w]))""",
        """sum(rate(http_request_duration_seconds_count{route="/login"}[$w]))""");

    public static SampleSlo Probe { get; } = new(
        "reachable",
        "probe",
        new ProbeSignal(SampleSlo.Expr("""probe_success{job="edge"}""")),
        """(sum(count_over_time(probe_success{job="edge"}[$w])) - sum(sum_over_time(probe_success{job="edge"}[$w]))) / 300""",
        """sum(count_over_time(probe_success{job="edge"}[$w])) / 300""");

    public static SampleSlo Slices { get; } = Sliced(
        "queue", "slices", new SliceSignal(SampleSlo.Expr("sum(queue_depth) < 100"), SampleSlo.Duration("1m")), "min(sum(queue_depth) < bool 100)");

    public static SampleSlo Freshness { get; } = Sliced(
        "fresh",
        "freshness",
        new AgeSignal(SampleSlo.Expr("import_timestamp_seconds"), 600, SampleSlo.Duration("1m")),
        "time() - max(import_timestamp_seconds) <= bool 600");

    public static SampleSlo Ratio { get; } = new(
        "loss",
        "ratio",
        new RatioSignal(SampleSlo.Expr("avg_over_time(packet_loss_ratio[5m])"), null),
        "max(avg_over_time(packet_loss_ratio[$w])) >= 0",
        "(max(avg_over_time(packet_loss_ratio[$w])) >= 0) * 0 + 1");

    public static CompilationPlan Of(params ImmutableArray<SampleSlo> slos)
    {
        var service = new ServicePlan
        {
            Service = "edge",
            Title = "Edge",
            SpecPath = "slo-specs/edge.slo.yaml",
            Slos = [.. slos.Select(s => s.Plan(Origin))],
            Groups = [.. slos.SelectMany(s => s.Groups(Origin))],
        };
        return new CompilationPlan([service], new ProjectFacts(null, "page", "ticket"));
    }

    public static CompilationPlan OfRules(params ImmutableArray<PlannedRule> rules)
    {
        var service = new ServicePlan
        {
            Service = "edge",
            Title = "Edge",
            SpecPath = "slo-specs/edge.slo.yaml",
            Groups = [new RuleGroup("edge/rules", PrometheusDuration.FromSeconds(30), rules)],
        };
        return new CompilationPlan([service], new ProjectFacts(null, "page", "ticket"));
    }

    private static SampleSlo Sliced(string name, string kind, Signal signal, string good)
        => new(
            name,
            kind,
            signal,
            $"(count_over_time(({good})[$w:1m]) - sum_over_time(({good})[$w:1m])) / 300",
            $"count_over_time(({good})[$w:1m]) / 300");
}
