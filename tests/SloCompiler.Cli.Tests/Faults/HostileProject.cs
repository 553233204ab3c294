using SloCompiler.Testing;

namespace SloCompiler.Cli.Tests.Faults;

/// <summary>A project in which every name and text tries to break out of whatever it is printed in.</summary>
internal static class HostileProject
{
    /// <summary>Turns colours on, turns the writing direction, begins a workflow command, closes elements, cells and quotes.</summary>
    public const string Text = "\u001b[31m\u202ex\u2066\u0007\u009b1m\u2028 ::error::y %0A]]> --> <script>alert(1)<b> | `z` \"q\" 'a' $(id) {{ 1 }}\n::warning::w";

    /// <summary>The same as the name of a file.</summary>
    public static string Name => Text;

    public static TempFolder Create()
    {
        var folder = new TempFolder();
        folder.Write("slo.yaml", "version: slo-project/v1\nrules: [\"rules/**\"]\nrunbooks: { files: \"runbooks/{runbook}.md\", url: \"https://r.example.org/{runbook}\" }\ngrafana: { url: https://grafana.example.org }\n");
        folder.Write("runbooks/other.md", "# Other\n");
        folder.Write($"slo-specs/{Name}.slo.yaml", Spec("99.9%"));
        folder.Write($"rules/{Name}.rules.yml", Rules);
        return folder;
    }

    public static string Spec(string objective) => $$"""
        version: slo/v1
        service: edge
        title: {{Quoted}}
        description: {{Quoted}}
        owner: {{Quoted}}
        labels: { team: {{Quoted}} }
        slos:
          - name: availability
            title: {{Quoted}}
            description: {{Quoted}}
            objective: {{objective}}
            sli:
              events:
                bad: http_requests_total{job={{InPromQl}},code=~"5.."}
                total: http_requests_total{job={{InPromQl}}}
            alerts:
              page: { runbook: other }
              ticket: { runbook: other }
        alerts:
          - name: TooMuch
            expr: sum(queue_depth{queue={{InPromQl}}}) > 200
            for: 15m
            severity: page
            summary: {{Quoted}}
            runbook: other
        dashboard:
          rows:
            - title: {{Quoted}}
              panels:
                - { title: {{Quoted}}, unit: short, query: sum(queue_depth), legend: {{Quoted}}, runbook: other }

        """;

    /// <summary>A spec in which much is wrong, with the text in the place of names and values.</summary>
    public static string BrokenSpec => $$"""
        version: slo/v1
        service: {{Quoted}}
        {{Quoted}}: 1
        slos:
          - name: {{Quoted}}
            objective: {{Quoted}}
            window: {{Quoted}}
            sli:
              events:
                bad: {{Quoted}}
                total: http_requests_total{job={{InPromQl}}}

        """;

    private static string Rules => $$"""
        groups:
          - name: {{Quoted}}
            rules:
              - alert: {{Quoted}}
                expr: {{Quoted}}
                labels: { severity: {{Quoted}}, {{Quoted}}: x }
                annotations: { summary: {{Quoted}} }
              - record: a:b
                expr: sum(rate(up{job={{InPromQl}}}[5m]))

        """;

    private static string InPromQl { get; } = $"\"{Text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\u001b", "\\x1b", StringComparison.Ordinal)
        .Replace("\u0007", "\\a", StringComparison.Ordinal)
        .Replace("\u009b", "\\u009b", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private static string Quoted { get; } = $"\"{Text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\u001b", "\\e", StringComparison.Ordinal)
        .Replace("\u0007", "\\a", StringComparison.Ordinal)
        .Replace("\u009b", "\\x9b", StringComparison.Ordinal)
        .Replace("\u2028", "\\L", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
