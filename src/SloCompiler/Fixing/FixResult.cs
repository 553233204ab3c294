using System.Collections.Immutable;
using SloCompiler.Formatting;

namespace SloCompiler.Fixing;

/// <summary>What fixing gave. Nothing is written yet; that is <see cref="FixWriter"/>'s work.</summary>
/// <param name="Check">What a check of the fixed files finds.</param>
/// <param name="Files">The files that fixes change, by ordinal order of their paths.</param>
/// <param name="Applied">Number of fixes in them.</param>
/// <param name="Refusals">Files that are left as they are though a finding in them has a fix.</param>
public sealed record FixResult(
    CompilationResult Check,
    ImmutableArray<FormatFile> Files,
    int Applied,
    ImmutableArray<FixRefusal> Refusals);

/// <summary>A file that is left as it is.</summary>
/// <param name="Path">Path in the project.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
public sealed record FixRefusal(string Path, string Reason);
