using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Queries;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A data source that cannot be chosen.</summary>
public sealed class HardWiredDatasource : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO734", "hard-wired-datasource", Severity.Info,
        "A panel asks one data source by its identity.",
        "The dashboard works in one Grafana only.",
        "Add a variable of type `datasource` and ask `${datasource}`.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Data sources that Grafana provides itself are not looked at; each is reported once.",
        bad: DashboardExamples.Panel("\"datasource\": { \"type\": \"prometheus\", \"uid\": \"P1809F7CD0C75ACF3\" }"),
        good: DashboardExamples.Panel("\"datasource\": { \"type\": \"prometheus\", \"uid\": \"${__inputs}\" }"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var datasource in scope.Dashboard.Panels.SelectMany(p => p.Targets.Select(t => t.Datasource).Prepend(p.Datasource)).OfType<GrafanaDatasource>())
        {
            if (datasource is { IsBuiltIn: false, Uid: { Value: { Length: > 0 } name } uid } && VariableUse.AllOf(name).IsEmpty && seen.Add(name))
            {
                scope.Report(Descriptor, uid.Span, $"The data source \"{name}\" is fixed.");
            }
        }
    }
}
