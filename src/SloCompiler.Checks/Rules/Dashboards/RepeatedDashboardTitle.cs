using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>Two dashboards with one title.</summary>
public sealed class RepeatedDashboardTitle : ProjectLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO726", "repeated-dashboard-title", Severity.Info,
        "Two dashboards in one folder of files have the same title.",
        "Nobody can tell them apart in a list, and some versions of Grafana refuse the second one in a folder.",
        "Give each dashboard a title of its own.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Dashboards in different folders of files are not compared.",
        bad: DashboardExamples.Files(("a.json", "edge", "Edge"), ("b.json", "core", "Edge")),
        good: DashboardExamples.Files(("a.json", "edge", "Edge"), ("b.json", "core", "Core")));

    /// <inheritdoc />
    public override void Check(ProjectScope scope)
    {
        var first = new Dictionary<(string Folder, string Title), YamlScalar>();
        foreach (var title in scope.Project.Dashboards.Select(d => d.Title).OfType<YamlScalar>())
        {
            var key = (PathText.FolderOf(title.Span.Source.Path), title.Value);
            if (!first.TryAdd(key, title))
            {
                scope.Report(new Diagnostic(Descriptor, title.Span, $"{first[key].Span.Source.Path} has the title \"{title.Value}\" too.")
                {
                    Related = [new RelatedLocation(first[key].Span, "first here")],
                });
            }
        }
    }
}
