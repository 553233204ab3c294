using SloCompiler.PromQL.Parsing;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Formatting.Expressions;

/// <summary>A scalar that holds PromQL.</summary>
/// <param name="Scalar">The scalar.</param>
/// <param name="Options">What its language has beyond PromQL.</param>
/// <param name="IsStrict">Whether a text that is no PromQL is an error there.</param>
internal sealed record ExpressionSite(YamlScalar Scalar, PromQlParseOptions Options, bool IsStrict);
