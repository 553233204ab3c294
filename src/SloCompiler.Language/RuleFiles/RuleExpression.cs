using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.RuleFiles;

/// <summary>The expression of a rule.</summary>
/// <param name="Key">The key <c>expr</c>.</param>
/// <param name="Scalar">The expression in the file.</param>
/// <param name="Parsed">The tree and what is wrong; null where the expression is in a language that is not read, which was said.</param>
public sealed record RuleExpression(YamlScalar Key, YamlScalar Scalar, PromQlParseResult? Parsed)
{
    /// <summary>The expression as text.</summary>
    public string Text => Scalar.Value;

    /// <summary>The tree of an expression without errors; null otherwise.</summary>
    public PromQlExpr? Expr => Parsed is { IsValid: true } ? Parsed.Expr : null;

    /// <summary>The whole expression in the file.</summary>
    public SourceSpan Span => Scalar.Span;

    /// <summary>The place in the file of a range of the expression, such as the span of a node.</summary>
    public SourceSpan Map(TextSpan range) => Scalar.Map(range);
}
