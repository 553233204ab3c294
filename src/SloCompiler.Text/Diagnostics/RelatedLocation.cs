namespace SloCompiler.Text.Diagnostics;

/// <summary>A second place that a finding speaks of.</summary>
public sealed record RelatedLocation(SourceSpan Span, string Message);
