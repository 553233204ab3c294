using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>Two dashboards with one identity.</summary>
public sealed class RepeatedDashboardUid : ProjectLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO725", "repeated-dashboard-uid", Severity.Warning,
        "Two dashboards have the same uid.",
        "Where Grafana is given both files, it stops writing what it is provisioned with until one is gone.",
        "Give each dashboard a uid of its own, or check files that go to different Grafanas one by one.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "All dashboards that are checked together are compared, whatever folder they are in.",
        bad: DashboardExamples.Files(("a.json", "edge", "Edge"), ("b.json", "edge", "Core")),
        good: DashboardExamples.Files(("a.json", "edge", "Edge"), ("b.json", "core", "Core")));

    /// <inheritdoc />
    public override void Check(ProjectScope scope)
    {
        var first = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        foreach (var uid in scope.Project.Dashboards.Select(d => d.Uid).OfType<YamlScalar>())
        {
            if (uid.Value.Length > 0 && !first.TryAdd(uid.Value, uid))
            {
                scope.Report(new Diagnostic(Descriptor, uid.Span, $"{first[uid.Value].Span.Source.Path} has the uid \"{uid.Value}\" too.")
                {
                    Related = [new RelatedLocation(first[uid.Value].Span, "first here")],
                });
            }
        }
    }
}
