using SloCompiler.Language.Grammars;
using SloCompiler.Text;

namespace SloCompiler.Checks.Suppressions;

/// <summary>A comment that is addressed to slo, and the lines that it holds for.</summary>
/// <param name="Span">The comment, from its sign.</param>
/// <param name="Content">What it says, or why that cannot be read.</param>
/// <param name="Lines">The lines; null where nothing stands below it.</param>
internal sealed record SuppressionComment(SourceSpan Span, GrammarResult<Suppression> Content, LineRange? Lines);

/// <summary>Lines of a file.</summary>
/// <param name="First">The first, from 1.</param>
/// <param name="Last">The last.</param>
internal readonly record struct LineRange(int First, int Last)
{
    /// <summary>All lines of any file.</summary>
    public static LineRange All { get; } = new(1, int.MaxValue);

    /// <summary>Whether a line is among them.</summary>
    public bool Contains(int line) => First <= line && line <= Last;
}
