using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Queries;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A variable that the dashboard does not have.</summary>
public sealed class UndefinedDashboardVariable : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO728", "undefined-dashboard-variable", Severity.Warning,
        "A query, title, legend or link uses a variable that the dashboard does not define.",
        "Grafana leaves it as it is, so that a query asks for a label value that starts with a dollar, and shows nothing.",
        "Define the variable under `templating`, or correct its name.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Variables of Grafana itself, which start with two underscores, and inputs of an export are known. A dollar in front of a digit, as in the replacement of `label_replace`, is none.",
        bad: DashboardExamples.Query("up{job=\\\"$jbo\\\"}", "job"),
        good: DashboardExamples.Query("up{job=\\\"$job\\\"}", "job"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        var known = scope.Dashboard.Variables.Select(v => v.Name.Value).Concat(scope.Dashboard.Inputs).ToHashSet(StringComparer.Ordinal);
        foreach (var text in scope.Dashboard.Panels.Where(p => !p.IsFromLibrary).SelectMany(TextsOf).OfType<YamlScalar>())
        {
            foreach (var use in VariableUse.AllOf(text.Value))
            {
                if (!use.IsBuiltIn && !known.Contains(use.Name))
                {
                    var nearest = Suggestions.Nearest(use.Name, known);
                    scope.Report(new Diagnostic(Descriptor, text.Map(use.Span), $"The dashboard has no variable \"{use.Name}\".")
                    {
                        Help = nearest is null ? Descriptor.Help : $"Did you mean {nearest}?",
                    });
                }
            }
        }
    }

    private static IEnumerable<YamlScalar?> TextsOf(GrafanaPanel panel) =>
    [
        panel.Title,
        .. panel.Links.Select(l => l.Url),
        .. panel.Targets.Where(t => t.Query is not null).SelectMany(t => new[] { t.Query?.Scalar, t.Legend }),
    ];
}
