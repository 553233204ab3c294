using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Model;

/// <summary>A PromQL expression in a spec: its tree, and the scalar that it was parsed from.</summary>
public sealed record SpecExpression(PromQlExpr Expr, YamlScalar Scalar)
{
    /// <summary>The whole expression in the file.</summary>
    public SourceSpan Span => Scalar.Span;

    /// <summary>The place in the file of a node of the tree.</summary>
    public SourceSpan Map(TextSpan range) => Scalar.Map(range);
}
