using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Types;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A rule that returns a range of samples or a text.</summary>
public sealed class ResultNotAVector : ExpressionLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO320", "result-not-a-vector", Severity.Error,
        "The expression of a rule returns a range of samples or a text.",
        "Prometheus loads the rule and then fails every evaluation of it, because only an instant vector or a number can be recorded or alert.",
        "Apply a function to the range, such as `rate` or `max_over_time`, or take the range away.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for rules whose whole expression is a range selector, a subquery or a string. No tool refuses such a file.

        ```promql-record bad
        up[5m] # <-
        ```

        ```promql-record bad
        "up" # <-
        ```

        ```promql-record good
        avg_over_time(up[5m])
        ```
        """;

    /// <inheritdoc />
    public override void Check(ExpressionScope scope)
    {
        var type = scope.Labels.Root.Type;
        if (scope.Owner is ExpressionOwner.OfRule && type is PromQlType.RangeVector or PromQlType.String)
        {
            var what = type == PromQlType.String ? "a text" : "a range of samples";
            scope.Report(Descriptor, scope.Map(scope.Expr), $"The expression returns {what}, so that every evaluation of the rule fails.");
        }
    }
}
