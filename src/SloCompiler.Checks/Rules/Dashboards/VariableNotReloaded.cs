using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Dashboards.Json;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>Values of a variable that grow stale.</summary>
public sealed class VariableNotReloaded : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO742", "variable-not-reloaded", Severity.Info,
        "The values of a variable are not asked for again when the time range changes.",
        "Looking back, what existed then cannot be chosen.",
        "Set `refresh` to 2.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Only variables that ask a query are looked at.",
        bad: DashboardExamples.VariableOf("\"refresh\": 1"),
        good: DashboardExamples.VariableOf("\"refresh\": 2"));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        foreach (var variable in scope.Dashboard.Variables.Where(v => v.Type == "query"))
        {
            if (variable.Node.NumberOf("refresh") is not 2)
            {
                scope.Report(Descriptor, variable.Node.Find("refresh")?.Value.Span ?? variable.Name.Span, $"The values of \"{variable.Name.Value}\" are not asked for again when the time range changes.");
            }
        }
    }
}
