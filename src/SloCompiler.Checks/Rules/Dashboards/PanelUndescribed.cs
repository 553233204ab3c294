using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A panel that does not say what it shows.</summary>
public sealed class PanelUndescribed : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO732", "panel-undescribed", Severity.Info,
        "A panel has no title or no description.",
        "Who did not build the dashboard has to guess what is good and what is bad.",
        "Write a title, and a description that says what the panel shows and what to look for.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Panels that show numbers are looked at; texts, lists and logs are not.",
        bad: DashboardExamples.Panel("\"title\": \"Requests\""),
        good: DashboardExamples.Panel("\"title\": \"Requests\", \"description\": \"Requests per second, by code.\""));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        var isUntitled = string.IsNullOrWhiteSpace(panel.Title?.Value);
        if (PanelTypes.Numeric.Contains(panel.Type) && (isUntitled || string.IsNullOrWhiteSpace(panel.Node.TextOf("description")?.Value)))
        {
            scope.Report(Descriptor, panel.Place, $"The panel {panel.Described} has no {(isUntitled ? "title" : "description")}.");
        }
    }
}
