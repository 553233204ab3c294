using SloCompiler.Testing;
using SloCompiler.Tests;

namespace SloCompiler.Reports.Tests;

/// <summary>A project in a folder of its own.</summary>
internal sealed class ReportedProject : IDisposable
{
    public const string Runbooks = "version: slo-project/v1\nrunbooks:\n  url: https://runbooks.example.org/{service}/{runbook}\ngrafana:\n  url: https://grafana.example.org\n";

    public ReportedProject(string spec, string settings = Runbooks)
    {
        Folder.Write("slo.yaml", settings);
        Folder.Write("slo-specs/a.slo.yaml", spec);
    }

    public TempFolder Folder { get; } = new();

    public FolderFiles Files => new(Folder);

    /// <summary>A service with one SLO of events.</summary>
    public static string Spec(string head = "owner: team-edge", string slo = "    title: Login availability") => $"""
        version: slo/v1
        service: edge
        {head}
        slos:
          - name: login
        {slo}
            objective: 99.9%
            window: 30d
            traffic: 20/s
            sli:
              events:
                bad: http_requests_total{"{"}code=~"5.."{"}"}
                total: http_requests_total
            alerts:
              page: {"{"} runbook: login {"}"}
              ticket: {"{"} runbook: login {"}"}

        """;

    public CompilationResult Build(ReportRequest? request = null) => Run.Build(request ?? new ReportRequest());

    public ReportResult Write(ReportRequest? request = null) => Run.Run(request ?? new ReportRequest());

    /// <summary>A page of a report without errors.</summary>
    public static string Page(CompilationResult result, string path)
    {
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == Text.Diagnostics.Severity.Error).Select(d => d.Message));
        return result.Files.Single(f => f.Path == path).Text;
    }

    public void Dispose() => Folder.Dispose();

    private ReportRun Run => new(Files, TimeProvider.System, _ => null);
}
