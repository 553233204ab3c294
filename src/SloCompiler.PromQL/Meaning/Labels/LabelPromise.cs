using System.Collections.Immutable;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>What is known of one label of a result.</summary>
/// <param name="Name">The label; empty where the promise is about all labels that are not named.</param>
/// <param name="Presence">Whether series have it.</param>
/// <param name="Values">The values that it can have where a series has it, in ordinal order; empty where any can be.</param>
/// <param name="Reason">What decided.</param>
public sealed record LabelPromise(string Name, LabelPresence Presence, ImmutableArray<string> Values, LabelReason Reason)
{
    /// <summary>More values than these are not told apart.</summary>
    internal const int MaxValues = 32;

    /// <summary>Whether every series has it.</summary>
    public bool IsGuaranteed => Presence == LabelPresence.Guaranteed;

    /// <summary>Whether no series has it.</summary>
    public bool IsImpossible => Presence == LabelPresence.Impossible;

    /// <summary>The value that it has on every series; null where that is not known.</summary>
    public string? Constant => IsGuaranteed && Values.Length == 1 ? Values[0] : null;

    internal static LabelPromise Impossible(string name, LabelReason reason) => new(name, LabelPresence.Impossible, [], reason);

    internal static LabelPromise Possible(string name, LabelReason reason) => new(name, LabelPresence.Possible, [], reason);

    internal static LabelPromise Guaranteed(string name, LabelReason reason) => new(name, LabelPresence.Guaranteed, [], reason);

    internal static LabelPromise Constantly(string name, string value, LabelReason reason)
        => new(name, LabelPresence.Guaranteed, [value], reason);

    /// <summary>The promise, with values in order and without those that are too many to follow.</summary>
    internal static LabelPromise OneOf(string name, LabelPresence presence, ImmutableArray<string> values, LabelReason reason)
        => new(name, presence, values.Length <= MaxValues ? Ordered(values) : [], reason);

    /// <summary>The promise under a name, where it was about all other labels.</summary>
    internal LabelPromise Named(string name) => Name.Length > 0 ? this : this with { Name = name };

    /// <summary>What holds where either of two promises holds.</summary>
    internal LabelPromise Or(LabelPromise other)
    {
        if (ReferenceEquals(this, other) || (Presence == other.Presence && Values.AsSpan().SequenceEqual(other.Values.AsSpan())))
        {
            return this;
        }

        var name = Name.Length > 0 ? Name : other.Name;
        var values = IsImpossible ? other.Values : other.IsImpossible ? Values : UnionOfValues(other);
        return Presence == other.Presence
            ? new LabelPromise(name, Presence, values, Reason)
            : new LabelPromise(name, LabelPresence.Possible, values, Reason with { Kind = LabelReasonKind.Alternatives, Subject = null });
    }

    /// <summary>What holds where two promises about the same label both hold; null where they contradict each other.</summary>
    internal LabelPromise? And(LabelPromise other)
    {
        if (IsImpossible || other.IsImpossible)
        {
            return IsGuaranteed || other.IsGuaranteed ? null : IsImpossible ? this : other;
        }

        var stronger = Presence > other.Presence || (Presence == other.Presence && (!Values.IsEmpty || other.Values.IsEmpty)) ? this : other;
        var weaker = ReferenceEquals(stronger, this) ? other : this;
        if (weaker.Values.IsEmpty)
        {
            return stronger;
        }

        var values = stronger.Values.IsEmpty ? weaker.Values : stronger.Values.RemoveAll(v => !weaker.Values.Contains(v, StringComparer.Ordinal));
        return (values.IsEmpty, stronger.IsGuaranteed) switch
        {
            (true, true) => null,
            (true, false) => Impossible(stronger.Name, stronger.Reason),
            _ => values.Length == stronger.Values.Length ? stronger : stronger with { Values = values },
        };
    }

    private ImmutableArray<string> UnionOfValues(LabelPromise other)
    {
        if (Values.IsEmpty || other.Values.IsEmpty || Values.AsSpan().SequenceEqual(other.Values.AsSpan()))
        {
            return Values.IsEmpty ? Values : other.Values;
        }

        var union = Ordered(Values.AddRange(other.Values));
        return union.Length <= MaxValues ? union : [];
    }

    private static ImmutableArray<string> Ordered(ImmutableArray<string> values)
        => values.Length < 2 ? values : [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
