using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A dashboard without a title.</summary>
public sealed class DashboardTitleMissing : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO727", "dashboard-title-missing", Severity.Error,
        "A dashboard has no title.",
        "Grafana refuses it.",
        "Give it a title.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "A title of blanks counts as none.",
        bad: "{ \"uid\": \"edge\", \"title\": \" \", \"panels\": [] }\n",
        good: "{ \"uid\": \"edge\", \"title\": \"Edge\", \"panels\": [] }\n");

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        if (string.IsNullOrWhiteSpace(scope.Dashboard.Title?.Value))
        {
            scope.Report(Descriptor, scope.Dashboard.Place, "The dashboard has no title.");
        }
    }
}
