using System.Collections.Immutable;
using SloCompiler.PromQL.Parsing;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.RuleFiles.Reading;

/// <summary>Completes one rule: parses its expression. Touches nothing that other rules touch.</summary>
internal static class RuleCompletion
{
    /// <summary>The rule and the findings on its expression; no rule where it has no name or no expression.</summary>
    public static (Rule? Rule, ImmutableArray<Diagnostic> Findings) Complete(RuleDraft draft)
    {
        if (draft.Expr is not { Value.Length: > 0 } expr)
        {
            return (null, []);
        }

        var parsed = draft.OtherLanguage is null ? PromQlParser.Parse(expr.Value) : null;
        var findings = FindingsOf(draft, expr, parsed);
        var isRead = parsed is { IsValid: true } || !draft.Context.Dialect.IsMetricsQl;
        return (draft.Build(new RuleExpression(expr.Key, expr.Scalar, isRead ? parsed : null)), findings);
    }

    private static ImmutableArray<Diagnostic> FindingsOf(RuleDraft draft, RuleField<string> expr, PromQlParseResult? parsed)
    {
        if (parsed is null)
        {
            return [NotChecked(expr, $"The expression is {draft.OtherLanguage}, which is not checked.")];
        }

        if (parsed.IsValid)
        {
            return [];
        }

        return draft.Context.Dialect.IsMetricsQl
            ? [NotChecked(expr, "The expression is not PromQL; as MetricsQL it was not checked.")]
            : [.. parsed.Errors.Select(e => e.ToDiagnostic(expr.Scalar.Map(e.Span)))];
    }

    private static Diagnostic NotChecked(RuleField<string> expr, string message) => new(RuleFileDiagnostics.NotChecked, expr.Span, message);
}
