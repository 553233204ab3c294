using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>Steps of thresholds that do not ascend.</summary>
public sealed class ThresholdStepsDisordered : PanelLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO722", "threshold-steps-disordered", Severity.Warning,
        "The steps of a panel's thresholds do not ascend, or the first one has a value.",
        "Grafana takes the last step whose value is reached and stops at the first one that is not; a step out of order never shows, and the value of the first one is ignored.",
        "Order the steps by value, the first with null.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "The steps of the panel itself are looked at, and those of its overrides.",
        bad: DashboardExamples.Thresholds("null", "90", "80"),
        good: DashboardExamples.Thresholds("null", "80", "90"));

    /// <inheritdoc />
    public override void Check(GrafanaPanel panel, DashboardScope scope)
    {
        var overrides = panel.Overrides.SelectMany(o => o.ObjectsOf("properties")).Where(p => p.TextOf("id")?.Value == "thresholds").Select(p => p.ObjectOf("value"));
        foreach (var thresholds in overrides.Prepend(panel.Defaults?.ObjectOf("thresholds")).OfType<YamlMapping>())
        {
            CheckSteps(thresholds.ObjectsOf("steps"), scope);
        }
    }

    private void CheckSteps(ImmutableArray<YamlMapping> steps, DashboardScope scope)
    {
        decimal? last = null;
        foreach (var (index, step) in steps.Index())
        {
            var value = step.NumberOf("value");
            var place = step.Find("value")?.Value.Span ?? step.Span;
            if (index == 0 && value is not null)
            {
                scope.Report(Descriptor, place, $"The first step starts at {value}, but it always holds for everything below the second.");
            }
            else if (value < last)
            {
                scope.Report(Descriptor, place, $"The step at {value} stands behind the one at {last}, so it never shows.");
            }

            last = index == 0 ? null : value ?? last;
        }
    }
}
