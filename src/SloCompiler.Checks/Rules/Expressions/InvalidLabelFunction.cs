using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Re2;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A label function whose arguments fail when it is evaluated.</summary>
public sealed class InvalidLabelFunction : NodeLint<CallExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO332", "invalid-label-function", Severity.Error,
        "An argument of `label_replace` or `label_join` is refused when the expression is evaluated.",
        "Prometheus loads such a rule without a word and then fails each of its evaluations.",
        "Correct the regular expression, which is RE2, or name the label to write.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for regular expressions that are not valid RE2 and for a target label without a name.

        ```promql-record bad
        label_replace(up, "host", "$1", "instance", "(.*:[0-9]+") # <-
        ```

        ```promql-record good
        label_replace(up, "host", "$1", "instance", "(.*):[0-9]+")
        ```
        """;

    /// <inheritdoc />
    public override void Check(CallExpr node, NodeScope scope)
    {
        if (node.Function is not ("label_replace" or "label_join"))
        {
            return;
        }

        if (Fragments.TextOf(node, 1) is { Value: "" } target)
        {
            scope.Report(Descriptor, target.Span, $"`{node.Function}` needs the name of the label to write, and this is empty.");
        }

        if (node.Function == "label_replace" && Fragments.TextOf(node, 4) is { } pattern && Re2Syntax.Validate(pattern.Value) is { } problem)
        {
            scope.Report(new Diagnostic(Descriptor, scope.Expression.Map(PlaceOf(pattern, problem)), $"The regular expression of `label_replace` is not valid: {problem.Message}.")
            {
                Help = problem.Help ?? Descriptor.Help,
            });
        }
    }

    // Within a text with escapes, offsets of its value are not offsets of what is written.
    private static TextSpan PlaceOf(StringLiteral pattern, Re2Problem problem)
        => pattern.Span.Length == pattern.Value.Length + 2 && problem.Length > 0
            ? new TextSpan(pattern.Span.Start + 1 + problem.Start, problem.Length)
            : pattern.Span;
}
