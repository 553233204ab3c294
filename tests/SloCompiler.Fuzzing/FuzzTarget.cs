using System.Collections.Immutable;

namespace SloCompiler.Fuzzing;

/// <summary>Something that takes any text.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Share">How many of a hundred inputs it gets.</param>
/// <param name="Seeds">The texts that inputs are made from.</param>
/// <param name="Words">What mutations insert.</param>
/// <param name="Check">Throws where a law does not hold.</param>
public sealed record FuzzTarget(string Name, int Share, ImmutableArray<string> Seeds, ImmutableArray<string> Words, Action<string> Check);

/// <summary>An input that breaks a law.</summary>
/// <param name="Index">Number of the input in the run; the same seed gives the same input again.</param>
/// <param name="Target">The target.</param>
/// <param name="Text">The shortest input found that breaks the same law.</param>
/// <param name="Problem">What happened.</param>
public sealed record FuzzFinding(long Index, string Target, string Text, string Problem);

/// <summary>What a run cost.</summary>
/// <param name="Inputs">Number of inputs.</param>
/// <param name="Findings">One finding per kind of problem.</param>
/// <param name="Slowest">The longest time for one input; other work on the machine counts.</param>
/// <param name="SlowestIndex">The input that took it.</param>
/// <param name="MostBytes">The most that one input allocated, freed in between or not.</param>
/// <param name="MostBytesIndex">The input that allocated it.</param>
public sealed record FuzzReport(
    long Inputs,
    ImmutableArray<FuzzFinding> Findings,
    TimeSpan Slowest,
    long SlowestIndex,
    long MostBytes,
    long MostBytesIndex);
