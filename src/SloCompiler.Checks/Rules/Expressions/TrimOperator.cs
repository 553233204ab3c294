using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A trim operator where no native histogram is known.</summary>
public sealed class TrimOperator : NodeLint<BinaryExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO347", "trim-operator", Severity.Info,
        "An expression cuts histograms with `</` or `>/`, and nothing says that there are native histograms.",
        "Older releases of Prometheus refuse these operators; of plain numbers they return nothing.",
        "Remove the slash if a comparison was meant.");

    /// <inheritdoc />
    public override string Documentation => """
        Advice on `</` and `>/` unless the catalogue has a native histogram on the left side.

        ```promql-record bad
        histogram_count(request_seconds </ 0.5) # <-
        ```

        ```promql-record good
        request_seconds < 0.5
        ```
        """;

    /// <inheritdoc />
    public override void Check(BinaryExpr node, NodeScope scope)
    {
        if (node.Operator is BinaryOperator.TrimLower or BinaryOperator.TrimUpper
            && !PromQlWalker.Selectors(node.Left).Any(s => IsNativeHistogram(s, scope)))
        {
            scope.Report(Descriptor, node.OperatorSpan, $"`{PromQlPrinter.TextOf(node.Operator)}` cuts native histograms; it does not compare.");
        }
    }

    private static bool IsNativeHistogram(VectorSelector selector, NodeScope scope)
        => Fragments.MetricOf(selector) is { } name && scope.Expression.Project.Meaning.Metrics.Find(name)?.Kind == MetricKind.NativeHistogram;
}
