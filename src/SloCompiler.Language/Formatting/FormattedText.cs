using System.Collections.Immutable;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Formatting;

/// <summary>What formatting a text gave.</summary>
/// <param name="Source">The text as it was.</param>
/// <param name="Text">The text as it should be; that of the source where it was left alone.</param>
/// <param name="IsKnown">Whether a document of it is one of ours: rules, a spec, settings or a catalogue.</param>
/// <param name="Diagnostics">Why the text, or an expression in it, was left alone.</param>
public sealed record FormattedText(SourceText Source, string Text, bool IsKnown, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether formatting changes something.</summary>
    public bool IsChanged => !string.Equals(Source.Content, Text, StringComparison.Ordinal);
}
