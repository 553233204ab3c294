using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Text.Yaml.Composing;

/// <summary>Says in helpful words why a text is not YAML.</summary>
internal static class YamlSyntaxErrors
{
    /// <summary>The finding for a failure.</summary>
    /// <param name="source">The file.</param>
    /// <param name="read">What was read, from the start of the document or of one before it up to the failure.</param>
    /// <param name="failure">Why the parser stopped.</param>
    public static Diagnostic Describe(SourceText source, TextSpan read, YamlFailure failure)
        => new(TextDiagnostics.YamlSyntax, source.Span(Math.Min(failure.Offset, read.End), 0), failure.ParserMessage);
}
