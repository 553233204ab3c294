using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A type of panel that does not exist.</summary>
public sealed class UnknownPanelType : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO719", "unknown-panel-type", Severity.Warning,
        "A panel is of a type that Grafana does not have, and whose name is not that of a plugin.",
        "Grafana shows an error in its place.",
        "Name a type of Grafana, such as `timeseries`, `stat` or `table`.");

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Unsafe;

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Types with a dash may be plugins, and are only reported where they are a misspelt type of Grafana.",
        bad: DashboardExamples.Panel("\"type\": \"timeserie\""),
        good: DashboardExamples.Panel("\"type\": \"timeseries\""));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        if (panel.Type.Length == 0 || PanelTypes.All.Contains(panel.Type) || panel.Node.TextOf("type") is not { } type)
        {
            return;
        }

        var nearest = Suggestions.Nearest(panel.Type, PanelTypes.All);
        if (nearest is not null || !panel.Type.Contains('-', StringComparison.Ordinal))
        {
            scope.Report(new Diagnostic(Descriptor, type.Span, $"Grafana has no panel of type \"{panel.Type}\".")
            {
                Help = nearest is null ? Descriptor.Help : $"Did you mean {nearest}?",
                Fix = nearest is null ? null : new Fix($"Write {nearest}", FixSafety.Unsafe, [new TextEdit(type.Span, $"\"{nearest}\"")]),
            });
        }
    }
}
