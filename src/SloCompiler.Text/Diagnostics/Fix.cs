using System.Collections.Immutable;

namespace SloCompiler.Text.Diagnostics;

/// <summary>Whether a fix may be applied without asking.</summary>
public enum FixSafety
{
    /// <summary>Keeps the meaning that the author certainly intended.</summary>
    Safe,

    /// <summary>A guess that a person should look at.</summary>
    Unsafe,
}

/// <summary>Replaces a range of the source text.</summary>
public sealed record TextEdit(SourceSpan Span, string NewText);

/// <summary>A repair that a tool can apply.</summary>
public sealed record Fix(string Title, FixSafety Safety, ImmutableArray<TextEdit> Edits);
