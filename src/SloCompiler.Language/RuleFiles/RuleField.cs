using SloCompiler.Text;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.RuleFiles;

/// <summary>A field as written. A field that is not written is null where it would stand, so that <c>for: 0s</c> differs from no <c>for</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Scalar">The value in the file; maps offsets in the value to the file.</param>
/// <param name="Value">What the value means.</param>
public sealed record RuleField<T>(YamlScalar Key, YamlScalar Scalar, T Value)
{
    /// <summary>The value in the file.</summary>
    public SourceSpan Span => Scalar.Span;
}

/// <summary>A field that only a dialect has.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value as written.</param>
public sealed record RuleExtension(YamlScalar Key, YamlNode Value);
