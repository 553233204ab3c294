using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A matcher that stands twice in one selector.</summary>
public sealed class RepeatedMatcher : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO346", "repeated-matcher", Severity.Info,
        "A matcher stands twice in one selector.",
        "The second one changes nothing; perhaps another label or value was meant.",
        "Remove one of the two, or correct it.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for matchers with the same label, operator and value.

        ```promql bad
        up{job="api", job="api"} == 0 # <-
        ```

        ```promql good
        up{job="api", instance!=""} == 0
        ```
        """;

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Safe;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        for (var i = 1; i < node.Matchers.Length; i++)
        {
            var matcher = node.Matchers[i];
            var first = node.Matchers.Take(i).FirstOrDefault(m => m.Name == matcher.Name && m.Operator == matcher.Operator && m.Value == matcher.Value);
            if (first is not null)
            {
                scope.Report(new Diagnostic(Descriptor, scope.Expression.Map(matcher.Span), $"The matcher on {matcher.Name} stands here a second time.")
                {
                    Related = [new RelatedLocation(scope.Expression.Map(first.Span), "This is the first one.")],
                    Fix = RegexText.Remove(node, matcher, scope.Expression) is { IsEmpty: false } edits ? new Fix("Remove it", FixSafety.Safe, edits) : null,
                });
            }
        }
    }
}
