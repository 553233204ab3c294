using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SloCompiler.Benchmarks;

/// <summary>Writes synthetic rules as teams write them: half records, half alerts with labels and annotations, twenty a group.</summary>
internal static class RuleGenerator
{
    private const int RulesPerGroup = 20;
    private const int RulesPerFile = 10_000;

    private static readonly ImmutableArray<string> Records =
    [
        "sum by (job, code) (rate(http_requests_total{job=\"j#\",code=~\"5..\"}[5m]))",
        "histogram_quantile(0.99, sum by (le, route) (rate(http_request_duration_seconds_bucket{job=\"j#\"}[5m])))",
        "sum without (instance) (rate(process_cpu_seconds_total{job=\"j#\"}[5m])) / on (job) group_left (team) service_owner{job=\"j#\"}",
        "avg_over_time(probe_success{target=\"t#\"}[1h])",
        "max by (namespace) (kube_deployment_status_replicas_available{deployment=\"d#\"}) or vector(0)",
    ];

    private static readonly ImmutableArray<string> Alerts =
    [
        "sum by (job) (rate(http_errors_total{job=\"j#\"}[5m])) / sum by (job) (rate(http_requests_total{job=\"j#\"}[5m])) > 0.05",
        "up{job=\"j#\"} == 0 unless on (instance) maintenance",
        "predict_linear(node_filesystem_free_bytes{mountpoint=\"/m#\"}[1h], 4 * 3600) < 0",
        "(node_filesystem_avail_bytes{job=\"j#\"} * 100) / node_filesystem_size_bytes < 10 and on (instance, device, mountpoint) node_filesystem_readonly == 0",
        "sum by (job) (rate(http_requests_total{job=\"j#\",code!~\"4..|5..\"}[10m])) < 0.5 * sum by (job) (rate(http_requests_total{job=\"j#\",code!~\"4..|5..\"}[10m] offset 1d))",
    ];

    /// <summary>The expressions of a rule set.</summary>
    public static ImmutableArray<string> Expressions(int rules)
        => [.. Enumerable.Range(0, rules).Select(Expression)];

    /// <summary>Writes a rule set into a folder, 10,000 rules a file.</summary>
    public static void Write(string folder, int rules)
    {
        Directory.CreateDirectory(folder);
        for (var first = 0; first < rules; first += RulesPerFile)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{first / RulesPerFile:D3}.rules.yml");
            File.WriteAllText(Path.Combine(folder, name), FileOf(first, Math.Min(RulesPerFile, rules - first)));
        }
    }

    /// <summary>A file of some rules of the set.</summary>
    public static string FileOf(int first, int count)
    {
        var text = new StringBuilder("groups:\n");
        for (var rule = first; rule < first + count; rule++)
        {
            if (rule % RulesPerGroup == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"  - name: group-{rule / RulesPerGroup}\n    rules:\n");
            }

            text.Append(rule % 2 == 0 ? Record(rule) : Alert(rule));
        }

        return text.ToString();
    }

    private static string Expression(int rule)
    {
        var shapes = rule % 2 == 0 ? Records : Alerts;
        return shapes[rule / 2 % shapes.Length].Replace("#", rule.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string Record(int rule) => $"""
              - record: job:series_{rule}:rate5m
                expr: {Expression(rule)}

        """;

    private static string Alert(int rule) => $$$"""
              - alert: Alert{{{rule}}}
                expr: {{{Expression(rule)}}}
                for: 10m
                labels:
                  severity: page
                annotations:
                  summary: "{{ $labels.job }} has errors"
                  description: "{{ $value | humanize }} at {{ $labels.job }}"
                  runbook_url: https://runbooks.example.org/{{{rule}}}

        """;
}
