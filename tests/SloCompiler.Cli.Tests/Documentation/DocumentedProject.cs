using SloCompiler.Testing;

namespace SloCompiler.Cli.Tests.Documentation;

/// <summary>A project in git that has every file, branch and tag that the pages speak of.</summary>
internal static class DocumentedProject
{
    private const string Rules = """
        groups:
          - name: api
            rules:
              - record: job:api_errors:rate5m
                expr: sum by (job) (rate(api_errors_total[5m]))

        """;

    private const string Spec = """
        version: slo/v1
        service: edge
        owner: team-edge
        slos:
          - name: login-availability
            objective: 99.9%
            sli:
              events:
                bad: http_requests_total{route="/login",code=~"5.."}
                total: http_requests_total{route="/login"}
            alerts:
              page: { runbook: login }
              ticket: { runbook: login }

        """;

    private const string Sloth = """
        version: prometheus/v1
        service: ferry
        slos:
          - name: booking
            objective: 99.9
            sli:
              events:
                error_query: sum(rate(bookings_total{result="lost"}[{{.window}}]))
                total_query: sum(rate(bookings_total[{{.window}}]))
            alerting:
              name: FerryBooking

        """;

    private const string Pyrra = """
        apiVersion: pyrra.dev/v1alpha1
        kind: ServiceLevelObjective
        metadata:
          name: api-errors
        spec:
          target: "99"
          window: 2w
          indicator:
            ratio:
              errors: { metric: 'api_requests_total{code=~"5.."}' }
              total: { metric: api_requests_total }

        """;

    private const string OpenSlo = """
        apiVersion: openslo/v1
        kind: SLO
        metadata: { name: checkout }
        spec:
          service: shop
          budgetingMethod: Occurrences
          indicator:
            metadata: { name: paid }
            spec:
              ratioMetric:
                counter: true
                bad: { metricSource: { type: Prometheus, spec: { query: 'sum(payments_total{ok="no"})' } } }
                total: { metricSource: { type: Prometheus, spec: { query: sum(payments_total) } } }
          timeWindow: [{ duration: 4w, isRolling: true }]
          objectives: [{ displayName: paid, target: 0.99 }]

        """;

    private const string BurnAlert = """
        groups:
          - name: burn
            rules:
              - alert: ErrorBudgetBurn
                expr: >-
                  sum(rate(api_errors_total[1h])) / sum(rate(api_requests_total[1h])) > 14.4 * 0.001
                  and sum(rate(api_errors_total[5m])) / sum(rate(api_requests_total[5m])) > 14.4 * 0.001
                labels: { severity: page }
                annotations: { summary: The API burns its budget, runbook_url: https://runbooks.example.org/api }

        """;

    public static TempFolder Create()
    {
        var folder = new TempFolder();
        folder.Write("slo.yaml", "version: slo-project/v1\nrunbooks: { files: \"runbooks/{runbook}.md\" }\n");
        folder.Write("slo-specs/edge.slo.yaml", Spec);
        folder.Write("specs/edge.slo.yaml", Spec.Replace("edge", "shop", StringComparison.Ordinal));
        foreach (var name in (string[])["old", "new"])
        {
            folder.Write(name + ".slo.yaml", Spec);
        }

        foreach (var path in (string[])["rules/api.yml", "rules/node.yml", "rules/a.yml", "a.yml", "deploy/alerts.yaml"])
        {
            folder.Write(path, Rules.Replace("api", Path.GetFileNameWithoutExtension(path), StringComparison.Ordinal));
        }

        folder.Write("alerts.yml", BurnAlert);
        folder.Write("sloth/ferry.yml", Sloth);
        folder.Write("slos/api.yaml", Pyrra);
        folder.Write("openslo/shop.yaml", OpenSlo);
        folder.Write("query.promql", "sum(up)\n");
        folder.Write("metrics.txt", "# TYPE a_total counter\na_total 1\n");
        folder.Write("queries.jsonl", "\"sum(up)\"\n");
        foreach (var path in (string[])["home/.zsh/completions/keep", "home/.config/fish/completions/keep", "home/.local/share/man/man1/keep", "bash_completion.d/keep", "report/keep"])
        {
            folder.Write(path, "");
        }

        Complete(folder);
        return folder;
    }

    private static void Complete(TempFolder folder)
    {
        Succeed(folder, "fmt", "slo-specs", "specs", "rules", "deploy", "a.yml", "alerts.yml", "slo.yaml");
        Succeed(folder, "runbook", "new");
        Succeed(folder, "runbook", "sync");
        Succeed(folder, "compile");
        Succeed(folder, "check", "--baseline", "slo-baseline.json", "--update-baseline");
        foreach (var dashboard in Directory.EnumerateFiles(folder.PathOf("generated/grafana"), "edge.json"))
        {
            folder.Write("dashboards/" + Path.GetFileName(dashboard), File.ReadAllText(dashboard));
        }

        string[][] steps =
        [
            ["init", "--quiet", "--initial-branch", "main"],
            ["add", "."],
            ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "first"],
            ["tag", "v1.2"],
            ["update-ref", "refs/remotes/origin/main", "HEAD"],
        ];
        foreach (var step in steps)
        {
            Tool.Run("git", step, folder.FullPath).ShouldSucceed();
        }

        folder.Write("rules/node.yml", Rules.Replace("api_errors_total", "failures_total", StringComparison.Ordinal));
    }

    private static void Succeed(TempFolder folder, params string[] arguments) => InProcess.Run(folder, arguments).ShouldSucceed();
}
