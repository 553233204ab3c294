using System.Collections.Immutable;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>What is known of all labels of a result. The metric name is the label <c>__name__</c>.</summary>
public sealed class LabelSet
{
    /// <summary>The label that holds the metric name.</summary>
    public const string MetricName = "__name__";

    private const int MaxLabels = 256;

    internal LabelSet(ImmutableArray<LabelPromise> named, LabelPromise others)
    {
        Named = named;
        Others = others;
    }

    /// <summary>The labels of which something is known, in ordinal order.</summary>
    public ImmutableArray<LabelPromise> Named { get; }

    /// <summary>What holds for every other label: possible or impossible.</summary>
    public LabelPromise Others { get; }

    /// <summary>Whether series can have labels that are not named.</summary>
    public bool IsOpen => !Others.IsImpossible;

    /// <summary>Whether all labels are known with their values, so that there is at most one series.</summary>
    public bool IsFixed => !IsOpen && Named.All(p => p.IsImpossible || p.Constant is not null);

    /// <summary>What is known of a label.</summary>
    /// <param name="label">Its name.</param>
    public LabelPromise Of(string label) => Lookup(label).Named(label);

    /// <summary>Whether something is known of a label by its name.</summary>
    /// <param name="label">Its name.</param>
    public bool Names(string label) => IndexOf(label) >= 0;

    /// <summary>The promise about a label, nameless where it is the one about all other labels.</summary>
    internal LabelPromise Lookup(string label)
    {
        var index = IndexOf(label);
        return index >= 0 ? Named[index] : Others;
    }

    internal LabelSet With(LabelPromise promise)
    {
        var index = IndexOf(promise.Name);
        if (index >= 0)
        {
            return ReferenceEquals(Named[index], promise) ? this : new LabelSet(Named.SetItem(index, promise), Others);
        }

        return Named.Length < MaxLabels ? new LabelSet(Named.Insert(~index, promise), Others) : new LabelSet(Named, Loosened(promise));
    }

    /// <summary>Only the given labels are kept.</summary>
    internal LabelSet Only(ImmutableArray<string> labels, LabelReason kept, LabelReason dropped)
    {
        var result = new LabelSetBuilder(labels.Length);
        foreach (var label in labels)
        {
            var promise = Lookup(label);
            result.Add(promise.Name.Length > 0 ? promise : promise with { Name = label, Reason = kept });
        }

        return result.Build(LabelPromise.Impossible("", dropped));
    }

    /// <summary>The given labels are dropped.</summary>
    internal LabelSet Without(ImmutableArray<string> labels, LabelReason reason)
    {
        var result = this;
        foreach (var label in labels)
        {
            result = result.Drop(label, reason);
        }

        return result;
    }

    /// <summary>A label is dropped.</summary>
    internal LabelSet Drop(string label, LabelReason reason)
        => Lookup(label).IsImpossible ? this : With(LabelPromise.Impossible(label, reason));

    /// <summary>
    /// The metric name is dropped. Newer versions also drop what they keep of the metric's type and unit, so that nothing is promised of
    /// these.
    /// </summary>
    internal LabelSet DropName(LabelReason reason)
        => Loosen("__type__", reason).Loosen("__unit__", reason).Drop(MetricName, reason);

    /// <summary>A label that is guaranteed no longer is.</summary>
    internal LabelSet Loosen(string label, LabelReason reason) => Lookup(label) is { IsGuaranteed: true } promise
        ? With(promise with { Presence = LabelPresence.Possible, Reason = reason })
        : this;

    internal LabelSet WithOthers(LabelPromise others) => new(Named, others);

    /// <summary>What holds where either of two sets of promises holds.</summary>
    internal LabelSet Or(LabelSet other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var result = new LabelSetBuilder(Math.Max(Named.Length, other.Named.Length));
        foreach (var (left, right) in new LabelPairs(this, other))
        {
            result.Append(left.Or(right).Named(LabelPairs.NameOf(left, right)));
        }

        return result.Build(Others.Or(other.Others));
    }

    internal LabelSet Select(Func<LabelPromise, LabelPromise> change)
        => new([.. Named.Select(change)], change(Others));

    private LabelPromise Loosened(LabelPromise forgotten) => Others.IsImpossible && !forgotten.IsImpossible
        ? LabelPromise.Possible("", forgotten.Reason with { Kind = LabelReasonKind.TooMany })
        : Others;

    private int IndexOf(string label)
    {
        var named = Named.AsSpan();
        var low = 0;
        var high = named.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(named[middle].Name, label);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
