using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>What an expression can return. Samples are floats; of native histograms nothing is said.</summary>
/// <param name="Values">The values of its samples.</param>
/// <param name="Presence">Whether it returns samples at all.</param>
public readonly record struct Returned(ValueRange Values, Presence Presence)
{
    /// <summary>Nothing is ever returned.</summary>
    public static Returned None { get; } = new(ValueRange.None, Presence.Never);

    /// <summary>What one or the other returns.</summary>
    internal Returned Or(Returned other) => new(Values.Union(other.Values), Either(Presence, other.Presence));

    /// <summary>The presence of what is there where one or the other is.</summary>
    internal static Presence Either(Presence left, Presence right)
        => left == Presence.Always || right == Presence.Always ? Presence.Always
        : left == Presence.Never && right == Presence.Never ? Presence.Never
        : Presence.Sometimes;
}

/// <summary>Why something is so.</summary>
/// <param name="Span">The fragment of the expression that decides.</param>
/// <param name="Text">The reason, as a clause without a full stop.</param>
public sealed record Reason(TextSpan Span, string Text);

/// <summary>What an expression, or one branch of it, can return and why.</summary>
/// <param name="Expr">The fragment that stands for the branch: the side of <c>or</c>, or all of the expression.</param>
public sealed record Outcome(PromQlExpr Expr)
{
    /// <summary>What holds whatever the data, by PromQL and by what is declared.</summary>
    public Returned Certain { get; init; } = new(ValueRange.Anything, Presence.Sometimes);

    /// <summary>
    /// What holds for usual data: scraped samples are finite numbers, what <c>rate</c> is taken of does not go below zero, and
    /// <c>up</c> is 0 or 1. Never wider than <see cref="Certain"/>.
    /// </summary>
    public Returned Expected { get; init; } = new(ValueRange.Finite, Presence.Sometimes);

    /// <summary>Whether it returns anything, for usual data.</summary>
    public Presence Presence => Expected.Presence;

    /// <summary>Whether <see cref="Presence"/> holds whatever the data.</summary>
    public bool IsPresenceCertain => Certain.Presence == Expected.Presence;

    /// <summary>Why it can be empty.</summary>
    public EmptyCauses Causes { get; init; }

    /// <summary>Whether it is a scalar.</summary>
    public bool IsScalar { get; init; }

    /// <summary>Whether it returns at most one sample, without labels.</summary>
    public bool IsLabelless { get; init; }

    /// <summary>
    /// The operations that can make NaN or an infinite value out of usual data and whose result reaches the value: divisions by
    /// what can be zero, logarithms, quantiles of nothing. Which of these values, <see cref="Expected"/> says.
    /// </summary>
    public ImmutableArray<PromQlExpr> Hazards { get; init; } = [];

    /// <summary>Why it always or never returns something.</summary>
    public ImmutableArray<Reason> Reasons { get; init; } = [];

    /// <summary>The branches of <c>or</c>; empty where there is but one.</summary>
    internal ImmutableArray<Outcome> Alternatives { get; init; } = [];

    /// <summary>The branches, one at least.</summary>
    internal ImmutableArray<Outcome> Branches => Alternatives.IsEmpty ? [this] : Alternatives;

    /// <summary>The same with both views changed.</summary>
    internal Outcome With(PromQlExpr expr, Returned certain, Returned expected) => new(expr)
    {
        Certain = Normal(certain),
        Expected = Normal(expected),
        Causes = Causes,
        IsScalar = IsScalar,
        IsLabelless = IsLabelless,
        Hazards = IsHazardous(expected) ? Hazards : [],
        Reasons = Reasons,
    };

    /// <summary>A result of this outcome whose values are a function of its own.</summary>
    internal Outcome Map(PromQlExpr expr, Func<ValueRange, ValueRange> map)
        => With(expr, Certain with { Values = map(Certain.Values) }, Expected with { Values = map(Expected.Values) });

    /// <summary>Names the operation that makes NaN or infinite values.</summary>
    internal Outcome Blame(PromQlExpr operation) => IsHazardous(Expected) ? this with { Hazards = Hazards.Add(operation) } : this;

    /// <summary>Adds a reason.</summary>
    internal Outcome Because(TextSpan span, string text) => this with { Reasons = Reasons.Add(new Reason(span, text)) };

    /// <summary>Whether NaN or an infinite value is among the values.</summary>
    internal static bool IsHazardous(Returned returned)
        => returned.Presence != Presence.Never && (returned.Values.MayBeNaN || returned.Values.MayBeInfinite);

    private static Returned Normal(Returned returned) => returned.Presence == Presence.Never || returned.Values.IsEmpty
        ? Returned.None
        : returned;
}
