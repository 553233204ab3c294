using System.Runtime.InteropServices;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Collects promises about labels.</summary>
internal readonly struct LabelSetBuilder(int capacity)
{
    private const int MaxLabels = 256;

    private static readonly Comparison<LabelPromise> ByName = (a, b) => string.CompareOrdinal(a.Name, b.Name);

    private readonly List<LabelPromise> _promises = new(capacity);

    /// <summary>Adds a promise that comes behind all others in ordinal order.</summary>
    public void Append(LabelPromise promise) => _promises.Add(promise);

    /// <summary>Adds a promise; the first about a label counts.</summary>
    public void Add(LabelPromise promise)
    {
        var index = IndexOf(promise.Name);
        if (index < 0)
        {
            _promises.Add(promise);
        }
    }

    /// <summary>Replaces the promise about a label.</summary>
    public void Set(LabelPromise promise)
    {
        var index = IndexOf(promise.Name);
        if (index < 0)
        {
            _promises.Add(promise);
        }
        else
        {
            _promises[index] = promise;
        }
    }

    /// <summary>The promise about a label; null where there is none.</summary>
    public LabelPromise? Find(string label)
    {
        var index = IndexOf(label);
        return index < 0 ? null : _promises[index];
    }

    /// <summary>The promises in order. Those beyond the limit are forgotten, so that others become possible.</summary>
    public LabelSet Build(LabelPromise others)
    {
        if (_promises.Count > 1)
        {
            _promises.Sort(ByName);
        }

        if (_promises.Count <= MaxLabels)
        {
            return new LabelSet(ImmutableCollectionsMarshal.AsImmutableArray(_promises.ToArray()), others);
        }

        var forgotten = _promises[MaxLabels].Reason with { Kind = LabelReasonKind.TooMany };
        return new LabelSet([.. _promises.Take(MaxLabels)], LabelPromise.Possible("", forgotten));
    }

    private int IndexOf(string label)
    {
        var promises = CollectionsMarshal.AsSpan(_promises);
        for (var i = 0; i < promises.Length; i++)
        {
            if (string.Equals(promises[i].Name, label, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
