using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A matcher that lets everything through.</summary>
public sealed class MatchAllRegex : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO342", "match-all-regex", Severity.Info,
        "A matcher with the pattern `.*` selects every series, also those without the label.",
        "It selects nothing in particular and costs a lookup of all values.",
        "Remove the matcher, or write `!=\"\"` for series that have the label.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for `=~".*"`.

        ```promql bad
        up{job="api", instance=~".*"} == 0 # <-
        ```

        ```promql good
        up{job="api", instance=~".+"} == 0
        ```
        """;

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Safe;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        foreach (var matcher in node.Matchers)
        {
            if (matcher is { Operator: MatchOperator.RegexMatch, Value: ".*" or "(.*)" or "^.*" or ".*$" or "^.*$" })
            {
                var edits = RegexText.Remove(node, matcher, scope.Expression);
                scope.Report(new Diagnostic(Descriptor, scope.Expression.Map(matcher.Span), $"The matcher on {matcher.Name} selects every series.")
                {
                    Fix = edits.IsEmpty ? null : new Fix("Remove the matcher", FixSafety.Safe, edits),
                });
            }
        }
    }
}
