using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A variable whose query is not valid.</summary>
public sealed class InvalidVariableQuery : DashboardLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO743", "invalid-variable-query", Severity.Warning,
        "The selector in the query of a variable is not valid PromQL.",
        "The variable has no values, and every panel that uses it is empty.",
        "Correct the selector.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Queries of the form `label_values(selector, label)` and `query_result(expression)` are looked at.",
        bad: DashboardExamples.VariableOf("\"query\": \"label_values(up{job=api}, instance)\""),
        good: DashboardExamples.VariableOf("\"query\": \"label_values(up{job=\\\"api\\\"}, instance)\""));

    /// <inheritdoc />
    public override void Check(DashboardScope scope)
    {
        foreach (var variable in scope.Dashboard.Variables.Where(v => v.Type == "query" && v.Datasource?.Type is null or "prometheus"))
        {
            if (variable.Query is { } query && VariableQuery.PromQlOf(query.Value) is { } range && VariableQuery.FirstError(query.Value, range) is { } error)
            {
                scope.Report(Descriptor, query.Map(error.Span), $"The query of \"{variable.Name.Value}\" is not valid: {error.Message}.");
            }
        }
    }
}
