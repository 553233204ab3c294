using SloCompiler.Text;

namespace SloCompiler.PromQL.Syntax;

/// <summary><c>offset</c>, <c>@</c>, <c>anchored</c> and <c>smoothed</c> of a selector or subquery.</summary>
public sealed record SelectorModifiers
{
    /// <summary>None of them.</summary>
    public static SelectorModifiers None { get; } = new();

    /// <summary>The offset; null where none is written. Negative offsets carry a negative literal.</summary>
    public PromQlDuration? Offset { get; init; }

    /// <summary>The <c>@</c> time; null where none is written.</summary>
    public AtModifier? At { get; init; }

    /// <summary>Where the time behind <c>@</c> is in the parsed expression.</summary>
    public TextSpan AtSpan { get; init; }

    /// <summary>Whether the range is extended to samples around it.</summary>
    public RangeExtension Extension { get; init; }
}

/// <summary>How a selector treats the samples around its range.</summary>
public enum RangeExtension
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary><c>anchored</c>: the last sample before the range counts at its start.</summary>
    Anchored,

    /// <summary><c>smoothed</c>: values at both ends are interpolated.</summary>
    Smoothed,
}

/// <summary>The time of <c>@</c>.</summary>
public abstract record AtModifier;

/// <summary><c>@ 1609746000</c>.</summary>
/// <param name="Seconds">Seconds since the epoch.</param>
public sealed record AtTimestamp(double Seconds) : AtModifier;

/// <summary><c>@ start()</c> or <c>@ end()</c>.</summary>
public sealed record AtBoundary(bool IsStart) : AtModifier;
