using System.Collections.Immutable;
using SloCompiler.Language.Templates;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.RuleFiles.Reading;

/// <summary>Completes one rule: parses its expression and reads its templates. Touches nothing that other rules touch.</summary>
internal static class RuleCompletion
{
    /// <summary>The rule, and the findings on its expression for the Prometheus that must load it; no rule where it has no name or no expression.</summary>
    public static (Rule? Rule, ImmutableArray<Diagnostic> Findings) Complete(RuleDraft draft, PrometheusTarget target)
    {
        if (draft.Expr is not { Value.Length: > 0 } expr)
        {
            return (null, []);
        }

        var parsed = draft.OtherLanguage is null ? PromQlParser.Parse(expr.Value, new PromQlParseOptions { Release = target.Release }) : null;
        var findings = FindingsOf(draft, expr, parsed, target);
        var isRead = parsed is { IsValid: true } || !draft.Context.Dialect.IsMetricsQl;
        return (draft.Build(new RuleExpression(expr.Key, expr.Scalar, isRead ? parsed : null)), findings.AddRange(TemplateFindings(draft, target)));
    }

    private static ImmutableArray<Diagnostic> FindingsOf(RuleDraft draft, RuleField<string> expr, PromQlParseResult? parsed, PrometheusTarget target)
    {
        if (parsed is null)
        {
            return [NotChecked(expr, $"The expression is {draft.OtherLanguage}, which is not checked.")];
        }

        if (parsed is { IsValid: true, Expr: { } tree })
        {
            return draft.Context.Dialect.IsMetricsQl ? [] : At(expr, VersionCheck.Run(tree, expr.Value, target));
        }

        return draft.Context.Dialect.IsMetricsQl
            ? [NotChecked(expr, "The expression is not PromQL; as MetricsQL it was not checked.")]
            : At(expr, parsed.Errors);
    }

    private static ImmutableArray<Diagnostic> At(RuleField<string> expr, ImmutableArray<PromQlError> errors)
        => [.. errors.Select(e => e.ToDiagnostic(expr.Scalar.Map(e.Span)))];

    /// <summary>Prometheus reads templates in alerts only; in records they are plain text.</summary>
    private static IEnumerable<Diagnostic> TemplateFindings(RuleDraft draft, PrometheusTarget target) => draft.IsAlert
        ? new[] { draft.Labels, draft.Annotations }
            .SelectMany(labels => labels?.Items ?? [])
            .SelectMany(label => TemplateDiagnostics.Check(label.Scalar, target.Release, draft.Context.Dialect.IsMetricsQl))
        : [];

    private static Diagnostic NotChecked(RuleField<string> expr, string message) => new(RuleFileDiagnostics.NotChecked, expr.Span, message);
}
