using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Re2;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A replacement that names a group that the pattern does not have.</summary>
public sealed class MissingCaptureGroup : NodeLint<CallExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO333", "missing-capture-group", Severity.Error,
        "The replacement of `label_replace` refers to a group that its regular expression does not have.",
        "Such a reference is replaced by nothing, without an error: the label loses that part, or goes altogether.",
        "Refer to an existing group. Write `${1}` where a letter, a digit or an underscore follows the number.");

    /// <inheritdoc />
    public override string Documentation => """
        `$1abc` refers to a group with the name `1abc`, not to the first group; `$$` is a dollar sign. Expressions of dashboards,
        whose variables look the same, are left out.

        ```promql-record bad
        label_replace(up, "host", "$2", "instance", "(.*):.*") # <-
        ```

        ```promql-record bad
        label_replace(up, "host", "$1_node", "instance", "(.*):.*") # <-
        ```

        ```promql-record good
        label_replace(up, "host", "${1}_node", "instance", "(.*):.*")
        ```
        """;

    /// <inheritdoc />
    public override void Check(CallExpr node, NodeScope scope)
    {
        if (scope.Expression.Owner is ExpressionOwner.OfRule or ExpressionOwner.OfSpec
            && node.Function == "label_replace"
            && Fragments.TextOf(node, 2) is { } replacement
            && Fragments.TextOf(node, 4) is { } pattern
            && Re2Syntax.Validate(pattern.Value) is null
            && ReplacementReferences.Missing(replacement.Value, pattern.Value) is { IsEmpty: false } missing)
        {
            scope.Report(new Diagnostic(
                Descriptor,
                scope.Expression.Map(replacement),
                $"The regular expression has no group for {Fragments.Listed(missing)}, which is replaced by nothing.")
            {
                Related = [new RelatedLocation(scope.Expression.Map(pattern), "These are the groups.")],
            });
        }
    }
}
