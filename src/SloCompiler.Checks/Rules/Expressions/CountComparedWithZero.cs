using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A count that is expected to be zero.</summary>
public sealed class CountComparedWithZero : NodeLint<BinaryExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO330", "count-compared-with-zero", Severity.Error,
        "A count of series or samples is compared with zero, which it never is.",
        "A count of nothing is not zero, it is nothing: exactly when the last series is gone, the condition returns nothing and stays silent.",
        "Use `absent`, or give the count a default with `or vector(0)` in parentheses.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for `count` and `count_over_time` in comparisons that hold only for a count below one.

        ```promql bad
        count(up{job="api"}) == 0 # <-
        ```

        ```promql good
        absent(up{job="api"})
        ```

        ```promql good
        (count(up{job="api"}) or vector(0)) == 0
        ```

        ```promql good
        count(up{job="api"} == 1) < 2
        ```
        """;

    /// <inheritdoc />
    public override void Check(BinaryExpr node, NodeScope scope)
    {
        if (CountComparison.IsNever(scope.Expression, node))
        {
            scope.Report(Descriptor, node.Span, $"`{PromQlPrinter.TextOf(node.Operator)}` never holds here: where there is nothing to count, nothing is returned.");
        }
    }
}
