using SloCompiler.Checks.Engine;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>Specs for the documentation of rules.</summary>
internal static class SpecExamples
{
    private const string Catalogue = """
        version: metrics/v1
        metrics:
          http_requests_total:
            type: counter
            labels:
              service: [edge, core]
              region: [ams, fra, lhr, iad, sfo, nrt, sin, syd, gru, jnb, bom]
              plan: [free, pro, team, trial, staff, partner, api, batch, beta, vip]
              code: []

        """;

    /// <summary>A documentation with a paragraph, a bad and a good example.</summary>
    public static string Of(string prose, string bad, string good) => $"{prose}\n\n```yaml bad\n{bad}```\n\n```yaml good\n{good}```\n";

    /// <summary>A service with one objective over counters.</summary>
    /// <param name="bad">Bad events.</param>
    /// <param name="total">All events.</param>
    /// <param name="mark">What stands behind the bad events.</param>
    public static string Events(string bad, string total, string mark = "") => Service(
        "",
        $$"""
          - name: availability
            objective: 99.9%
            sli:
              events:
                bad: {{bad}}{{mark}}
                total: {{total}}

        """);

    /// <summary>A service with objectives that are written out, each with a probe.</summary>
    /// <param name="head">Fields of the service, as lines.</param>
    /// <param name="slos">Fields of the objectives, as lines.</param>
    public static string Probes(string head, params ReadOnlySpan<string> slos)
    {
        var parts = new List<string>();
        foreach (var slo in slos)
        {
            parts.Add($"  - {slo.Replace("\n", "\n    ", StringComparison.Ordinal)}\n    sli:\n      probe:\n        gauge: up{{job=\"edge\"}}\n");
        }

        return Service(head, string.Concat(parts));
    }

    /// <summary>A service with a plain alert.</summary>
    public static string Alert(string summary) => $$"""
        version: slo/v1
        service: edge
        owner: platform
        alerts:
          - name: QueueFull
            expr: queue_length{job="edge"} > 100
            severity: ticket
            runbook: https://runbooks.example.org/edge
            summary: {{summary}}

        """;

    /// <summary>A service with budgets by labels, in a project whose catalogue knows the values of most.</summary>
    public static string By(string by) => ExampleText.Files(
        new ExampleFile("edge.slo.yaml", Service(
            "",
            $$"""
              - name: availability
                objective: 99.9%
                by: {{by}}
                sli:
                  events:
                    bad: http_requests_total{service="edge",code=~"5.."}
                    total: http_requests_total{service="edge"}

            """)),
        new ExampleFile("edge.metrics.yaml", Catalogue));

    private static string Service(string head, string slos)
    {
        var owner = head.Contains("owner:", StringComparison.Ordinal) || head == "-" ? "" : "owner: platform\n";
        var fields = head is "" or "-" ? "" : head + "\n";
        var alerts = "    alerts:\n      page: { runbook: https://runbooks.example.org/edge }\n      ticket: { runbook: https://runbooks.example.org/edge }\n";
        var text = string.Concat(slos.Split("  - name:", StringSplitOptions.RemoveEmptyEntries).Select(s => $"  - name:{s}{alerts}"));
        return $"version: slo/v1\nservice: edge\n{owner}{fields}slos:\n{text}";
    }
}
