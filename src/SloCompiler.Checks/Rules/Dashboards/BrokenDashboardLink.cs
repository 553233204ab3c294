using System.Buffers;
using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A link that leads nowhere.</summary>
public sealed class BrokenDashboardLink : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO729", "broken-dashboard-link", Severity.Warning,
        "A link of a dashboard or panel has no address, or one that no browser opens.",
        "Who follows it in an outage loses time.",
        "Write an http(s) address, or a path in Grafana such as `/d/uid`.");

    private static readonly SearchValues<char> SchemeEnds = SearchValues.Create(":/?#$[");
    private static readonly ImmutableArray<string> Known = ["http", "https", "mailto", "tel", "slack"];

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Addresses with variables are taken as they are.",
        bad: DashboardExamples.Panel("\"links\": [{ \"title\": \"Runbook\", \"url\": \"htps://wiki/edge\" }]"),
        good: DashboardExamples.Panel("\"links\": [{ \"title\": \"Runbook\", \"url\": \"https://wiki/edge\" }]"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        foreach (var link in scope.Dashboard.Panels.SelectMany(p => p.Links).Concat(scope.Dashboard.Links.Where(l => l.Type != "dashboards")))
        {
            var url = link.Url?.Value ?? "";
            if (string.IsNullOrWhiteSpace(url))
            {
                scope.Report(Descriptor, link.Place, $"The link \"{link.Title?.Value}\" has no address.");
            }
            else if (SchemeOf(url) is { } scheme && !Known.Contains(scheme))
            {
                scope.Report(Descriptor, link.Place, $"The link \"{link.Title?.Value}\" has an address of kind \"{scheme}:\".");
            }
        }
    }

    // A colon behind a slash, a question mark or a variable belongs to the rest of the address.
    private static string? SchemeOf(string url)
    {
        var end = url.AsSpan().IndexOfAny(SchemeEnds);
        return end > 0 && url[end] == ':' ? url[..end].ToLowerInvariant() : null;
    }
}
