using SloCompiler.Text;

namespace SloCompiler.Language.Model;

/// <summary>A value with the place that it was written at.</summary>
public sealed record Located<T>(T Value, SourceSpan Span);

/// <summary>A label or annotation as written.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
/// <param name="Span">The value in the file.</param>
public sealed record LabelPair(string Name, string Value, SourceSpan Span);
