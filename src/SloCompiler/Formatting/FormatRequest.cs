using System.Collections.Immutable;

namespace SloCompiler.Formatting;

/// <summary>What to format.</summary>
public sealed record FormatRequest
{
    /// <summary>Files and folders as the user gave them; none for the whole project.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Most threads at once; null for as many as the machine has processors.</summary>
    public int? Threads { get; init; }

    /// <summary>Is told how far the run has come; null for no one. Never changes the result.</summary>
    public RunProgress? Progress { get; init; }
}
