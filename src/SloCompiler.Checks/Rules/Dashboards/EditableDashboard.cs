using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A dashboard from a file that can be edited.</summary>
public sealed class EditableDashboard : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO739", "editable-dashboard", Severity.Info,
        "A dashboard can be edited in Grafana.",
        "What somebody changes there is lost with the next deployment.",
        "Set `editable` to false.");

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Safe;

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "A dashboard without `editable` counts as editable only where Grafana wrote the file.",
        bad: "{ \"title\": \"Edge\", \"editable\": true, \"panels\": [] }\n",
        good: "{ \"title\": \"Edge\", \"editable\": false, \"panels\": [] }\n");

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        if (scope.Dashboard.Node.FlagOf("editable") == true && scope.Dashboard.Node.Find("editable") is { } entry)
        {
            scope.Report(new Diagnostic(Descriptor, entry.Value.Span, "The dashboard can be edited in Grafana.")
            {
                Fix = new Fix("Set editable to false", FixSafety.Safe, [new TextEdit(entry.Value.Span, "false")]),
            });
        }
    }
}
