using System.Collections.Immutable;
using SloCompiler.PromQL.Versions;

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

    /// <summary>The releases of Prometheus that have it.</summary>
    public Availability Availability { get; init; } = Availability.Always;

    /// <summary>The name that replaced this one; null where the function has not been renamed.</summary>
    public string? RenamedTo { get; init; }

    /// <summary>Whether the latest Prometheus offers it only behind a flag.</summary>
    public bool IsExperimental => Availability.IsExperimental;

    /// <summary>Whether the latest Prometheus has it no more.</summary>
    public bool IsRemoved => Availability.RemovedIn is not null;

    /// <summary>Type that an argument must have.</summary>
    /// <param name="index">Position of the argument, from 0.</param>
    public PromQlType ParameterAt(int index) => Parameters[Math.Min(index, Parameters.Length - 1)];
}
