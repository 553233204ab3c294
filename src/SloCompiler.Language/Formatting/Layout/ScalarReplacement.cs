using System.Collections.Immutable;

namespace SloCompiler.Language.Formatting.Layout;

/// <summary>What is written in place of a scalar.</summary>
/// <param name="Header">The text on its own line, or the header of a block scalar.</param>
/// <param name="Lines">The lines of a block scalar; none for a text on one line.</param>
internal sealed record ScalarReplacement(string Header, ImmutableArray<string> Lines);
