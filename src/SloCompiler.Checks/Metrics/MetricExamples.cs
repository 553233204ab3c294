namespace SloCompiler.Checks.Metrics;

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

        """;

    /// <summary>A service whose availability counts events.</summary>
    public static CheckExample Events(string bad, string total) => With($$"""
              events:
                bad: {{bad}}
                total: {{total}}
        """);

    /// <summary>A service whose availability is a probe.</summary>
    public static CheckExample Probe(string gauge) => With($$"""
              probe:
                gauge: {{gauge}}
        """);

    private static CheckExample With(string sli) => new(
        $$"""
        version: slo/v1
        service: edge
        slos:
          - name: availability
            objective: 99.9%
            sli:
        {{sli}}
            alerts:
              page: { runbook: https://runbooks.example.org/edge }
              ticket: { runbook: https://runbooks.example.org/edge }

        """,
        new ExampleFile("edge.metrics.yaml", Catalogue));
}
