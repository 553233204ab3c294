using System.Collections.Immutable;

namespace SloCompiler.Cli.Commands;

/// <summary>The files that <c>slo init</c> writes; together they check clean and compile.</summary>
internal static class InitTemplates
{
    /// <summary>The files with their paths, relative to the project.</summary>
    public static ImmutableArray<(string Path, string Text)> All { get; } =
    [
        ("slo.yaml", Settings),
        ("slo-specs/example.slo.yaml", Spec),
        ("slo-specs/example.metrics.yaml", Catalogue),
        ("slo-specs/runbooks/example-availability.md", Runbook),
    ];

    private const string Settings = """
        # Settings of the project. Every one has a default; slo schema project describes them all.
        version: slo-project/v1
        output: generated
        runbooks:
          url: https://runbooks.example.org/{runbook}       # the link on alerts and panels
          files: slo-specs/runbooks/{runbook}.md            # slo check proves that these files exist

        """;

    private const string Spec = """
        # One service with its objectives. slo schema spec describes every field.
        version: slo/v1
        service: example                     # identity: part of every series, so better not changed later
        title: Example API
        owner: team-example
        slos:
          - name: availability               # identity inside the service
            title: Availability
            objective: 99.9%                 # the share of events that must be good
            window: 30d                      # the time that the error budget is for; or week, month, quarter, year
            sli:
              events:                        # counters as they are: slo adds rate(), sum() and windows
                bad: http_requests_total{code=~"5..",job="example"}
                total: http_requests_total{job="example"}
            alerts:
              page: { runbook: example-availability }       # burns so fast that somebody must act now
              ticket: { runbook: example-availability }     # burns so that somebody must act in working hours

          - name: latency
            title: Latency
            objective: p95 < 300ms           # 95 % of requests are faster than 300 ms
            window: 30d
            sli:
              latency:
                histogram: http_request_duration_seconds{job="example"}
            alerts:
              page: { runbook: example-availability#mitigation }
              ticket: { runbook: example-availability }

        """;

    private const string Catalogue = """
        # What is known of metrics. Expressions are checked against it; without a catalogue nothing is guessed.
        version: metrics/v1
        metrics:
          http_requests_total:
            type: counter
            labels: [code, method]
            help: Requests that were answered.
          http_request_duration_seconds:
            type: histogram
            unit: seconds
            labels: [method]
            buckets: [0.05, 0.1, 0.3, 1, 3]
            help: Time from request to answer.

        """;

    private const string Runbook = """
        # Example: availability and latency

        ## Meaning

        Too many requests fail or are slow, so that the error budget would not last.

        ## Impact

        Users see errors or wait.

        ## Diagnosis

        - Which routes and which status codes? See the dashboard of the service.
        - What was changed last?

        ## Mitigation

        - Roll back the last change.
        - Scale out if the load is unusual.

        """;
}
