using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>Two queries of one name.</summary>
public sealed class RepeatedRefId : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO723", "repeated-ref-id", Severity.Warning,
        "Two queries of a panel have the same refId.",
        "Grafana tells the results apart by refId, so that one of them is lost or drawn as the other.",
        "Name the queries A, B, C and so on.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Queries without a name are not reported.",
        bad: DashboardExamples.Panel("\"targets\": [{ \"refId\": \"A\", \"expr\": \"up\" }, { \"refId\": \"A\", \"expr\": \"up == 0\" }]"),
        good: DashboardExamples.Panel("\"targets\": [{ \"refId\": \"A\", \"expr\": \"up\" }, { \"refId\": \"B\", \"expr\": \"up == 0\" }]"));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in panel.Targets.Select(t => t.RefId).OfType<YamlScalar>())
        {
            if (!names.Add(name.Value))
            {
                scope.Report(Descriptor, name.Span, $"Another query of the panel {panel.Described} is called {name.Value} too.");
            }
        }
    }
}
