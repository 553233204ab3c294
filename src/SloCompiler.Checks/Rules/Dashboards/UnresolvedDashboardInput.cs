using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards.Queries;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>An export that asks for its data source.</summary>
public sealed class UnresolvedDashboardInput : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO744", "unresolved-dashboard-input", Severity.Info,
        "A dashboard has inputs that only the import dialog of Grafana fills.",
        "Provisioned from a file, the panels ask a data source called `${DS_…}` and show an error.",
        "Replace the input by a variable of type `datasource`, and take `__inputs` out.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Reported where the input is used.",
        bad: DashboardExamples.WithInput("${DS_PROMETHEUS}"),
        good: DashboardExamples.WithInput("${datasource}"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        var inputs = scope.Dashboard.Inputs.ToHashSet(StringComparer.Ordinal);
        var used = scope.Dashboard.Panels.SelectMany(p => p.Targets.Select(t => t.Datasource).Prepend(p.Datasource)).Select(d => d?.Uid).OfType<YamlScalar>();
        if (used.FirstOrDefault(u => VariableUse.AllOf(u.Value).Any(v => inputs.Contains(v.Name))) is { } first)
        {
            scope.Report(Descriptor, first.Span, $"{first.Value} is filled by the import dialog only.");
        }
    }
}
