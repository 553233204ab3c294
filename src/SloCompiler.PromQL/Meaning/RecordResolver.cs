using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SloCompiler.PromQL.Meaning;

/// <summary>
/// Follows recording rules that read each other. What was found for a name is kept for its context; rules that read themselves,
/// directly or through others, have no meaning (whichever of them is asked for first).
/// </summary>
/// <typeparam name="T">What is derived of a recorded series.</typeparam>
internal sealed class RecordResolver<T>(MeaningContext context)
    where T : class
{
    private static readonly ConditionalWeakTable<MeaningContext, ConcurrentDictionary<string, Found>> Memory = [];

    // Tarjan's algorithm: rules in progress, and those that wait for the end of their cycle.
    private readonly Dictionary<string, Visit> _visits = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];
    private ConcurrentDictionary<string, Found>? _known;
    private Visit? _current;

    /// <summary>What the rules of a name record; null where there is none, or where they read themselves.</summary>
    /// <param name="name">Name of the series.</param>
    /// <param name="derive">Derives it from the rules; may ask for further names.</param>
    public T? Find(string name, Func<ImmutableArray<RecordedSeries>, T> derive)
    {
        if (ReferenceEquals(context, MeaningContext.Empty))
        {
            return null;
        }

        _known ??= Memory.GetOrCreateValue(context);
        if (_known.TryGetValue(name, out var found))
        {
            return found.Value;
        }

        if (_visits.TryGetValue(name, out var open))
        {
            _current?.Reach(open.Lowest, isCycle: true);
            return null;
        }

        return context.Records.Find(name) is { IsEmpty: false } records ? Enter(name, records, derive) : null;
    }

    private T? Enter(string name, ImmutableArray<RecordedSeries> records, Func<ImmutableArray<RecordedSeries>, T> derive)
    {
        var visit = new Visit(_open.Count);
        var outer = _current;
        _visits.Add(name, visit);
        _open.Add(name);
        _current = visit;
        var value = derive(records);
        _current = outer;
        outer?.Reach(visit.Lowest, isCycle: false);
        if (visit.Lowest < visit.Index)
        {
            return null;
        }

        return Close(visit, value);
    }

    /// <summary>Ends a rule that is in no cycle, or the cycle that began with it.</summary>
    private T? Close(Visit visit, T value)
    {
        var result = visit.IsCycle ? null : value;
        foreach (var member in _open.Skip(visit.Index))
        {
            _visits.Remove(member);
            _known?.TryAdd(member, new Found(result));
        }

        _open.RemoveRange(visit.Index, _open.Count - visit.Index);
        return result;
    }

    private sealed class Visit(int index)
    {
        public int Index { get; } = index;

        public int Lowest { get; private set; } = index;

        public bool IsCycle { get; private set; }

        public void Reach(int lowest, bool isCycle)
        {
            Lowest = Math.Min(Lowest, lowest);
            IsCycle |= isCycle;
        }
    }

    private sealed record Found(T? Value);
}
