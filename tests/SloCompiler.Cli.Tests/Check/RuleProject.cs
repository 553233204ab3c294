using SloCompiler.Testing;

namespace SloCompiler.Cli.Tests.Check;

/// <summary>A project of one rule file with two warnings, one of them in a block scalar, and a related place.</summary>
internal static class RuleProject
{
    public const string RulesPath = "rules/app, a.yml";

    public const string Rules = """
        groups:
          - name: app
            rules:
              - alert: NoRequests
                expr: |
                  sum(rate(
                    http_request_total[5m])) == 0
              - record: app:errors:rate5m
                expr: sum(rate(http_errors_total[5m]))

        """;

    public static TempFolder Create(string rules = Rules)
    {
        var folder = new TempFolder();
        folder.Write("slo.yaml", "rules: ['rules/*.yml']\ncatalogues: ['*.metrics.yaml']\n");
        folder.Write("app.metrics.yaml", "version: metrics/v1\nmetrics:\n  http_requests_total: { type: counter }\n");
        folder.Write(RulesPath, rules);
        return folder;
    }
}
