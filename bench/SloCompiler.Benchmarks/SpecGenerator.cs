using System.Globalization;

namespace SloCompiler.Benchmarks;

/// <summary>Writes synthetic specs: services of ten SLOs over events, latency and probes.</summary>
internal static class SpecGenerator
{
    private const int SlosPerService = 10;

    public static void Write(string folder, int slos)
    {
        var specs = Path.Combine(folder, "slo-specs");
        Directory.CreateDirectory(specs);
        File.WriteAllText(
            Path.Combine(folder, "slo.yaml"),
            "runbooks:\n  url: https://runbooks.example.org/{service}/{runbook}\n");
        for (var service = 0; service < slos / SlosPerService; service++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"service-{service:D5}");
            File.WriteAllText(Path.Combine(specs, name + ".slo.yaml"), Service(name));
        }
    }

    /// <summary>Writes specs of sloth, each SLO over events, and settings by which slo compiles them as sloth does.</summary>
    public static void WriteSloth(string folder, int slos)
    {
        var specs = Path.Combine(folder, "slo-specs");
        Directory.CreateDirectory(specs);
        File.WriteAllText(Path.Combine(folder, "slo.yaml"), "specs: [\"slo-specs/*.yml\"]\nprofile: sloth\n");
        for (var service = 0; service < slos / SlosPerService; service++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"service-{service:D5}");
            var text = $"version: prometheus/v1\nservice: {name}\nslos:\n" + string.Concat(Enumerable.Range(0, SlosPerService).Select(slo => SlothSlo(name, slo)));
            File.WriteAllText(Path.Combine(specs, name + ".yml"), text);
        }
    }

    private static string SlothSlo(string service, int index) => $$$"""
          - name: availability-{{{index}}}
            objective: 99.9
            sli:
              events:
                error_query: sum(rate(http_requests_total{service="{{{service}}}",route="/r{{{index}}}",code=~"5.."}[{{.window}}]))
                total_query: sum(rate(http_requests_total{service="{{{service}}}",route="/r{{{index}}}"}[{{.window}}]))
            alerting:
              name: Availability{{{index}}}
              page_alert: { labels: { severity: page }, annotations: { runbook_url: https://runbooks.example.org/{{{service}}}/availability } }
              ticket_alert: { labels: { severity: ticket }, annotations: { runbook_url: https://runbooks.example.org/{{{service}}}/availability } }

        """;

    private static string Service(string name)
    {
        var text = $"""
            version: slo/v1
            service: {name}
            title: Service {name}
            owner: team-{name}
            labels: {"{"} tier: "1" {"}"}
            slos:

            """;
        for (var slo = 0; slo < SlosPerService; slo++)
        {
            text += Slo(name, slo);
        }

        return text;
    }

    private static string Slo(string service, int index) => (index % 3) switch
    {
        0 => $$"""
              - name: availability-{{index}}
                objective: 99.9%
                window: 30d
                sli:
                  events:
                    bad: http_requests_total{service="{{service}}",route="/r{{index}}",code=~"5.."}
                    total: http_requests_total{service="{{service}}",route="/r{{index}}"}
                alerts:
                  page: { runbook: availability }
                  ticket: { runbook: availability }

            """,
        1 => $$"""
              - name: latency-{{index}}
                objective: p95 < 250ms
                window: 30d
                sli:
                  latency:
                    histogram: http_request_duration_seconds{service="{{service}}",route="/r{{index}}"}
                alerts:
                  page: { runbook: latency }
                  ticket: { runbook: latency }

            """,
        _ => $$"""
              - name: probe-{{index}}
                objective: 99.5%
                window: month
                sli:
                  probe:
                    gauge: probe_success{service="{{service}}",target="t{{index}}"}
                alerts:
                  page: { runbook: probe }
                  ticket: { runbook: probe }

            """,
    };
}
