using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A query that ignores what is chosen.</summary>
public sealed class ScopeVariableUnused : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO741", "scope-variable-unused", Severity.Info,
        "A query selects a metric without the job or instance that is chosen at the top of the dashboard.",
        "The panel shows all of them while its neighbours show the chosen one.",
        "Add the matcher, such as `job=~\"$job\"`.");

    private static readonly ImmutableArray<string> Labels = ["job", "instance"];

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Only dashboards with a variable `job` or `instance` are looked at, and recorded series, whose names hold a colon, are not.",
        bad: DashboardExamples.Query("up", "job"),
        good: DashboardExamples.Query("up{job=~\\\"$job\\\"}", "job"));

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        if (scope.Expression.Owner is not ExpressionOwner.OfPanel { Dashboard: var dashboard } || node.MetricName?.Contains(':', StringComparison.Ordinal) != false)
        {
            return;
        }

        foreach (var label in Labels)
        {
            if (dashboard.FindVariable(label) is not null && node.Matchers.All(m => m.Name != label))
            {
                scope.Report(Descriptor, node.Span, $"{node.MetricName} is selected without the variable \"{label}\".");
            }
        }
    }
}
