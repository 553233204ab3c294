using SloCompiler.Testing;

namespace SloCompiler.Cli.Tests;

/// <summary>A small project in a folder of its own.</summary>
internal static class ExampleProject
{
    public const string SpecPath = "slo-specs/edge.slo.yaml";

    public static string Spec(string service = "edge", string objective = "99.9%") => $$"""
        version: slo/v1
        service: {{service}}
        slos:
          - name: availability
            objective: {{objective}}
            sli:
              events:
                bad: http_requests_total{job="{{service}}",code=~"5.."}
                total: http_requests_total{job="{{service}}"}
            alerts:
              page: { runbook: https://runbooks.example.org/edge }
              ticket: { runbook: https://runbooks.example.org/edge }

        """;

    public static TempFolder Create()
    {
        var folder = new TempFolder();
        folder.Write("slo.yaml", "version: slo-project/v1\n");
        folder.Write(SpecPath, Spec());
        return folder;
    }

    public static Dictionary<string, string> Output(TempFolder folder, string output = "generated")
        => folder.Files().Where(f => f.StartsWith(output + "/", StringComparison.Ordinal))
            .ToDictionary(f => f[(output.Length + 1)..], folder.Read, StringComparer.Ordinal);
}
