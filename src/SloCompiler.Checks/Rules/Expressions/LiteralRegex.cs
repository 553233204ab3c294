using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A regular expression that is plain text.</summary>
public sealed class LiteralRegex : NodeLint<VectorSelector>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO340", "literal-regex", Severity.Info,
        "A matcher compares with a regular expression that matches one text only.",
        "Patterns match whole values, so that it is a plain comparison; readers look for a pattern that is not there.",
        "Use `=` or `!=`.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for patterns without any special character.

        ```promql bad
        up{job=~"api"} == 0 # <-
        ```

        ```promql good
        up{job=~"api|web"} == 0
        ```
        """;

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Safe;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        foreach (var regex in RegexText.Of(node, scope.Expression).Where(r => r.IsLiteral))
        {
            scope.Report(new Diagnostic(
                Descriptor,
                scope.Expression.Map(regex.Matcher.Span),
                $"The pattern \"{regex.Matcher.Value}\" matches only itself.")
            {
                Help = $"Use `{regex.PlainOperator}`.",
                Fix = new Fix($"Use {regex.PlainOperator}", FixSafety.Safe, [regex.WithOperator(scope.Expression, regex.PlainOperator)]),
            });
        }
    }
}
