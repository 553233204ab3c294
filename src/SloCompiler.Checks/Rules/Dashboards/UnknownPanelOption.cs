using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A setting with a value that does not exist.</summary>
public sealed class UnknownPanelOption : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO745", "unknown-panel-option", Severity.Warning,
        "A setting of a panel has a value that Grafana does not know.",
        "Grafana ignores it and takes its default, or shows the panel wrong.",
        "Write one of the values that the setting has.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "The settings with a short list of values are looked at: thresholds, colours, lines, legends, tooltips, and how single numbers are shown.",
        bad: DashboardExamples.Panel("\"fieldConfig\": { \"defaults\": { \"thresholds\": { \"mode\": \"percent\", \"steps\": [] } } }"),
        good: DashboardExamples.Panel("\"fieldConfig\": { \"defaults\": { \"thresholds\": { \"mode\": \"percentage\", \"steps\": [] } } }"));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        foreach (var option in PanelOptions.All)
        {
            if (option.Types.Contains(panel.Type) || option.Types.IsEmpty)
            {
                CheckOption(option, panel, scope);
            }
        }
    }

    private void CheckOption(PanelOption option, GrafanaPanel panel, DashboardScope scope)
    {
        if (panel.Node.ObjectAt([.. option.Path])?.TextOf(option.Key) is { Value.Length: > 0 } value && !option.Values.Contains(value.Value))
        {
            var nearest = Suggestions.Nearest(value.Value, option.Values);
            scope.Report(new Diagnostic(Descriptor, value.Span, $"\"{option.Key}\" is \"{value.Value}\", which Grafana does not know.")
            {
                Help = nearest is null ? $"It is one of {string.Join(", ", option.Values)}." : $"Did you mean {nearest}?",
            });
        }
    }
}
