using System.Collections.Immutable;

namespace SloCompiler.Diffing;

/// <summary>What to compare, as a user asks for it.</summary>
public sealed record DiffRequest
{
    /// <summary>
    /// Two sides: files, folders, revisions of git, or <c>REVISION:PATH</c>. Or one: <c>OLD..NEW</c>, <c>OLD...NEW</c> (since the last
    /// commit that both have), or a revision that the working tree is compared with. A path that exists is a path.
    /// </summary>
    public required ImmutableArray<string> Sides { get; init; }

    /// <summary>Burn rates, in multiples of the budget's own rate, at which times to fire are compared.</summary>
    public ImmutableArray<decimal> BurnRates { get; init; } = DefaultBurnRates;

    /// <summary>Most threads at once; null for as many as the machine has processors. Never changes the result.</summary>
    public int? Threads { get; init; }

    /// <summary>Is told how far the run has come; null for no one. Never changes the result.</summary>
    public RunProgress? Progress { get; init; }

    /// <summary>The burn rates that are compared unless somebody asks for others; a total failure comes on top.</summary>
    public static ImmutableArray<decimal> DefaultBurnRates { get; } = [2, 5, 10, 20];
}

/// <summary>What a comparison gave.</summary>
/// <param name="Diff">The difference; null where a side could not be read.</param>
/// <param name="Old">What the old side compiled to; null where it was not found.</param>
/// <param name="New">What the new side compiled to; null where it was not found.</param>
/// <param name="Problem">Why there is no difference to tell, in words; null where there is.</param>
public sealed record DiffResult(ProjectDiff? Diff, CompilationResult? Old, CompilationResult? New, string? Problem);
