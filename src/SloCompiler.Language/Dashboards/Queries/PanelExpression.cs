using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Dashboards.Queries;

/// <summary>A PromQL query of a panel.</summary>
/// <param name="Scalar">The query in the file.</param>
/// <param name="Text">The query with its variables replaced, unit for unit.</param>
/// <param name="Expr">The tree; null where the query is not valid, which was reported, or not known because of its variables.</param>
/// <param name="IsExact">Whether variables stand in strings and for durations only, so that the tree is that of the query.</param>
public sealed record PanelExpression(YamlScalar Scalar, string Text, PromQlExpr? Expr, bool IsExact)
{
    /// <summary>The place in the file of a range of the query.</summary>
    public SourceSpan Map(TextSpan range) => Scalar.Map(range);

    internal static PanelExpression Read(YamlScalar scalar, PrometheusTarget target, DiagnosticBag diagnostics)
    {
        var query = QuerySubstitution.Of(scalar.Value);
        var options = new PromQlParseOptions { Release = target.Release, DurationVariables = query.Durations };
        var parsed = PromQlParser.Parse(query.Text, options);
        if (!query.Others.IsEmpty)
        {
            var isName = parsed.IsValid;
            var guess = isName ? parsed : PromQlParser.Parse(query.WithNumbers(), options);
            return new PanelExpression(scalar, isName ? query.Text : query.WithNumbers(), guess.IsValid ? guess.Expr : null, IsExact: false);
        }

        var errors = parsed is { IsValid: true, Expr: { } tree } ? VersionCheck.Run(tree, query.Text, target) : parsed.Errors;
        diagnostics.ReportAll(errors.Select(e => e.ToDiagnostic(scalar.Map(e.Span))));
        return new PanelExpression(scalar, query.Text, parsed.IsValid ? parsed.Expr : null, IsExact: true);
    }
}
