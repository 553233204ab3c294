using System.Collections.Immutable;

namespace SloCompiler.PromQL.Types;

/// <summary>A function of PromQL.</summary>
/// <param name="Name">The name, which is case-sensitive.</param>
/// <param name="Parameters">Types of the parameters; the last also stands for further arguments where more are allowed.</param>
/// <param name="Result">The type of the result.</param>
public sealed record PromQlFunction(string Name, ImmutableArray<PromQlType> Parameters, PromQlType Result)
{
    /// <summary>The fewest arguments.</summary>
    public int MinArguments { get; init; } = Parameters.Length;

    /// <summary>The most arguments; null where there is no limit.</summary>
    public int? MaxArguments { get; init; } = Parameters.Length;

    /// <summary>Whether Prometheus offers it only behind a flag.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>The Prometheus version that introduced it; null where it is older than 2.0 or not known.</summary>
    public string? Since { get; init; }

    /// <summary>The Prometheus version that removed it; null where it is still there.</summary>
    public string? RemovedIn { get; init; }

    /// <summary>Type that an argument must have.</summary>
    /// <param name="index">Position of the argument, from 0.</param>
    public PromQlType ParameterAt(int index) => Parameters[Math.Min(index, Parameters.Length - 1)];
}
