using SloCompiler.Checks.Engine;

namespace SloCompiler.Checks.Rules.Metrics;

/// <summary>The project that the examples of catalogue checks share.</summary>
internal static class MetricExamples
{
    private const string Catalogue = """
        version: metrics/v1
        metrics:
          http_requests_total:
            type: counter
            labels: { route: [/login, /search], code: [] }
          http_requests_in_flight:
            type: gauge
            labels: [route]
          http_request_duration_seconds:
            type: histogram
            unit: seconds
            buckets: [0.1, 0.25, 1]

        """;

    /// <summary>A service whose availability counts events.</summary>
    public static string Events(string bad, string total) => With($$"""
              events:
                bad: {{bad}}
                total: {{total}}
        """);

    /// <summary>A service with an objective of latency.</summary>
    public static string Latency(string histogram) => With(
        $$"""
              latency:
                histogram: {{histogram}}
        """,
        "p95 < 250ms");

    /// <summary>A service whose availability is a probe.</summary>
    public static string Probe(string gauge) => With($$"""
              probe:
                gauge: {{gauge}}
        """);

    /// <summary>A rule file with an alert.</summary>
    public static string Alert(string expr) => ExampleText.Files(
        new ExampleFile("rules.yml", $"- alert: Example\n  expr: |\n    {expr}\n"),
        new ExampleFile("edge.metrics.yaml", Catalogue));

    /// <summary>A service whose availability is slices of time.</summary>
    public static string Slices(string good) => With($$"""
              slices:
                good: {{good}}
        """);

    private static string With(string sli, string objective = "99.9%") => ExampleText.Files(
        new ExampleFile("edge.slo.yaml", $$"""
            version: slo/v1
            service: edge
            slos:
              - name: availability
                objective: {{objective}}
                sli:
            {{sli}}
                alerts:
                  page: { runbook: https://runbooks.example.org/edge }
                  ticket: { runbook: https://runbooks.example.org/edge }

            """),
        new ExampleFile("edge.metrics.yaml", Catalogue));
}
