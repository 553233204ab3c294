using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>A rule sorts its result, which has no order.</summary>
public sealed class SortWithoutEffect : NodeLint<CallExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO528", "sort-without-effect", Severity.Info,
        "A rule sorts its result, which has no order.",
        "Alerts and recorded series are sets; sorting costs time at every evaluation and changes nothing.",
        "Remove the call and keep its argument.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported are `sort`, `sort_desc`, `sort_by_label` and `sort_by_label_desc` in rules.

        ```promql bad
        sort_desc(queue_length > 100) # <-
        ```

        ```promql good
        queue_length > 100
        ```
        """;

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Safe;

    /// <inheritdoc />
    public override void Check(CallExpr node, NodeScope scope)
    {
        var expression = scope.Expression;
        if (expression.Subject.Kind == SubjectKind.Other
            || node is not { Function: "sort" or "sort_desc" or "sort_by_label" or "sort_by_label_desc", Arguments: [var sorted, ..] })
        {
            return;
        }

        scope.Report(new Diagnostic(Descriptor, expression.Map(new TextSpan(node.Span.Start, node.Function.Length)), $"`{node.Function}` has no effect in a rule.")
        {
            Fix = new Fix(
                $"Remove `{node.Function}`",
                FixSafety.Safe,
                [
                    new TextEdit(expression.Map(TextSpan.FromBounds(node.Span.Start, sorted.Span.Start)), sorted is BinaryExpr ? "(" : ""),
                    new TextEdit(expression.Map(TextSpan.FromBounds(sorted.Span.End, node.Span.End)), sorted is BinaryExpr ? ")" : ""),
                ]),
        });
    }
}
