using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A pattern that stands for the empty value, or for any other.</summary>
public sealed class EmptyOnlyRegex : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO343", "empty-only-regex", Severity.Info,
        "A matcher with `!~\".+\"` selects series without the label, in a roundabout way.",
        "A double negation is easily read as its opposite.",
        "Write `=\"\"`.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for `!~".+"`.

        ```promql bad
        up{job!~".+"} == 0 # <-
        ```

        ```promql good
        up{job=""} == 0
        ```
        """;

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Safe;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        foreach (var regex in RegexText.Of(node, scope.Expression))
        {
            if (regex.Matcher is { Operator: MatchOperator.RegexNoMatch, Value: ".+" })
            {
                scope.Report(new Diagnostic(
                    Descriptor,
                    scope.Expression.Map(regex.Matcher.Span),
                    $"This selects series whose {regex.Matcher.Name} is empty.")
                {
                    Fix = new Fix(
                        "Compare with the empty text",
                        FixSafety.Safe,
                        [regex.WithOperator(scope.Expression, "="), regex.Without(scope.Expression, 0, regex.Raw.Length)]),
                });
            }
        }
    }
}
