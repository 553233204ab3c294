using SloCompiler.PromQL.Parsing;

namespace SloCompiler.Language.Formatting.Expressions;

/// <summary>An expression of a document, and what its text is.</summary>
internal sealed record ParsedExpression(ExpressionSite Site, PromQlParseResult Result)
{
    /// <summary>Reads the text of an expression.</summary>
    public static ParsedExpression Parse(ExpressionSite site) => new(site, PromQlParser.Parse(site.Scalar.Value, site.Options));
}
