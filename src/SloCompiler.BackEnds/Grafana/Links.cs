using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana.Json;
using SloCompiler.BackEnds.Grafana.Model;
using SloCompiler.BackEnds.Grafana.Text;
using SloCompiler.Plan.Dashboards;
using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Grafana;

/// <summary>Links that several dashboards have.</summary>
internal static class Links
{
    /// <summary>To the overview.</summary>
    public static Link Overview { get; } =
        new UrlLink("All SLOs", $"/d/{DashboardUid.Overview}", "The overview of all SLOs", "dashboard", IsExternal: false);

    /// <summary>To every dashboard of ours.</summary>
    public static Link AllBoards { get; } =
        new TagLink("SLO dashboards", ClassicDashboard.Tag, "The dashboards of all services");

    /// <summary>To the runbooks that have an address, each address once.</summary>
    /// <param name="runbooks">The runbooks.</param>
    /// <param name="purposes">What they must be for; empty for anything.</param>
    public static ImmutableArray<Link> Runbooks(IEnumerable<RunbookLink> runbooks, params ImmutableArray<string> purposes)
        =>
        [
            .. runbooks
                .Where(r => purposes.IsEmpty || purposes.Contains(r.Purpose))
                .Select(r => (r.Name, Url: LinkUrl.Safe(r.Url)))
                .Where(r => r.Url is not null)
                .DistinctBy(r => r.Url)
                .Select(r => Runbook(r.Name, r.Url ?? "")),
        ];

    /// <summary>To one runbook.</summary>
    /// <param name="name">What it is called, or is about.</param>
    /// <param name="url">Its safe address.</param>
    public static UrlLink Runbook(string name, string url)
        => new($"Runbook {DashboardText.Plain(name)}", url, "What to do when this alert fires", "doc", IsExternal: true);
}
