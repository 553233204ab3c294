using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A text panel with what Grafana takes out.</summary>
public sealed class ScriptInText : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO746", "script-in-text", Severity.Info,
        "A text panel holds a script, a frame or an address that runs a script.",
        "Grafana takes it out of the text, unless it was told to trust every author of a dashboard.",
        "Use a link, or a panel that shows the data.");

    private static readonly ImmutableArray<string> Removed = ["<script", "<iframe", "javascript:"];

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Text panels in Markdown and HTML are looked at.",
        bad: DashboardExamples.Text("<script src=https://x/y.js></script>"),
        good: DashboardExamples.Text("[Runbook](https://wiki/edge)"));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        if (panel.Type == "text" && (panel.Node.ObjectOf("options")?.TextOf("content") ?? panel.Node.TextOf("content")) is { } content)
        {
            foreach (var part in Removed)
            {
                var at = content.Value.IndexOf(part, StringComparison.OrdinalIgnoreCase);
                if (at >= 0)
                {
                    scope.Report(Descriptor, content.Map(new TextSpan(at, part.Length)), $"Grafana takes \"{part}\" out of the text.");
                }
            }
        }
    }
}
