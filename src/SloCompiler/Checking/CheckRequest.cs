using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checking;

/// <summary>Which findings of a check are wanted.</summary>
public sealed record CheckRequest
{
    /// <summary>What is checked.</summary>
    public required CompilationRequest Compilation { get; init; }

    /// <summary>The only rules that are wanted; none for all. What cannot be read is reported all the same.</summary>
    public ImmutableArray<DiagnosticDescriptor> Only { get; init; } = [];

    /// <summary>A git revision; findings on what has not changed since are left out. Null for none.</summary>
    public string? Since { get; init; }

    /// <summary>The file of accepted findings, relative to the working folder; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether all findings are to be accepted from now on.</summary>
    public bool UpdatesBaseline { get; init; }
}
