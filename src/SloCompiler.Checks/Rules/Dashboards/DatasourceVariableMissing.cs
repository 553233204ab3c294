using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A dashboard without a choice of data source.</summary>
public sealed class DatasourceVariableMissing : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO740", "datasource-variable-missing", Severity.Info,
        "A dashboard has no variable of type `datasource`.",
        "It cannot be moved to another Prometheus without being rewritten.",
        "Add a variable `datasource` and use it in every panel.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Dashboards without panels are not reported.",
        bad: DashboardExamples.Panel("\"type\": \"stat\""),
        good: DashboardExamples.Query("up", "datasource", "datasource"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        var isAsked = scope.Dashboard.Panels.SelectMany(p => p.Targets).Any(t => t.Query is not null);
        if (isAsked && scope.Dashboard.Variables.All(v => v.Type != "datasource"))
        {
            scope.Report(Descriptor, scope.Dashboard.Place, "The dashboard has no variable for its data source.");
        }
    }
}
