using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A link that sets what its target does not have.</summary>
public sealed class UnknownLinkVariable : ProjectLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO730", "unknown-link-variable", Severity.Warning,
        "A link to another dashboard sets a variable that the dashboard does not have.",
        "The other dashboard ignores it and opens with whatever it was left at.",
        "Name a variable of the other dashboard.");

    private const string Prefix = "var-";

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Only dashboards that are checked together are known.",
        bad: DashboardExamples.Linked("/d/core?var-jbo=$job"),
        good: DashboardExamples.Linked("/d/core?var-job=$job"));

    /// <inheritdoc />
    public override void Check(ProjectScope scope)
    {
        var targets = scope.Project.Dashboards.Where(d => d.Uid is not null).ToLookup(d => d.Uid?.Value ?? "", StringComparer.Ordinal);
        foreach (var dashboard in scope.Project.Dashboards)
        {
            foreach (var link in dashboard.Panels.SelectMany(p => p.Links).Concat(dashboard.Links))
            {
                CheckLink(link, targets, scope);
            }
        }
    }

    private void CheckLink(GrafanaLink link, ILookup<string, GrafanaDashboard> targets, ProjectScope scope)
    {
        if (link.Url is not { } url || UidOf(url.Value) is not { } uid || targets[uid].FirstOrDefault() is not { } target)
        {
            return;
        }

        for (var at = url.Value.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = url.Value.IndexOf(Prefix, at + 1, StringComparison.Ordinal))
        {
            var start = at + Prefix.Length;
            var name = url.Value[start..].Split('=', '&')[0];
            if (url.Value[at - 1] is '?' or '&' && target.FindVariable(name) is null)
            {
                scope.Report(Descriptor, url.Map(new TextSpan(start, name.Length)), $"The dashboard \"{target.Title?.Value}\" has no variable \"{name}\".");
            }
        }
    }

    private static string? UidOf(string url)
    {
        var start = url.StartsWith("/d/", StringComparison.Ordinal) ? "/d/".Length : url.StartsWith("d/", StringComparison.Ordinal) ? "d/".Length : -1;
        return start < 0 ? null : url[start..].Split('/', '?', '#')[0];
    }
}
