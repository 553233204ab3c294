using System.Collections.Immutable;

namespace SloCompiler.Checks.Rules.Records;

/// <summary>The strongly connected parts of a graph with more than one node, by Tarjan's algorithm, without recursion.</summary>
internal sealed class Circles
{
    private readonly IReadOnlyDictionary<string, ImmutableArray<string>> _graph;
    private readonly Dictionary<string, (int Index, int Lowest, bool IsOpen)> _seen = new(StringComparer.Ordinal);
    private readonly Stack<string> _open = [];
    private readonly Stack<(string Name, int Next)> _path = [];
    private readonly List<ImmutableArray<string>> _found = [];

    private Circles(IReadOnlyDictionary<string, ImmutableArray<string>> graph) => _graph = graph;

    /// <summary>The circles of a graph; names in each, and the circles, are in the given order.</summary>
    /// <param name="graph">What each name depends on; all names are keys.</param>
    /// <param name="names">All names, in order.</param>
    public static ImmutableArray<ImmutableArray<string>> Of(IReadOnlyDictionary<string, ImmutableArray<string>> graph, IEnumerable<string> names)
    {
        var order = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        var search = new Circles(graph);
        foreach (var name in order.Keys)
        {
            search.Run(name);
        }

        return [.. search._found.Select(c => c.Sort((a, b) => order[a].CompareTo(order[b]))).OrderBy(c => order[c[0]])];
    }

    private void Run(string start)
    {
        Enter(start);
        while (_path.TryPop(out var step))
        {
            if (step.Next < _graph[step.Name].Length)
            {
                _path.Push((step.Name, step.Next + 1));
                Follow(step.Name, _graph[step.Name][step.Next]);
            }
            else
            {
                Leave(step.Name);
            }
        }
    }

    private void Enter(string name)
    {
        if (_seen.TryAdd(name, (_seen.Count, _seen.Count, true)))
        {
            _open.Push(name);
            _path.Push((name, 0));
        }
    }

    private void Follow(string from, string to)
    {
        if (_seen.TryGetValue(to, out var known) && known.IsOpen)
        {
            Lower(from, known.Index);
        }

        Enter(to);
    }

    private void Leave(string name)
    {
        var (index, lowest, _) = _seen[name];
        if (_path.TryPeek(out var parent))
        {
            Lower(parent.Name, lowest);
        }

        if (lowest != index)
        {
            return;
        }

        var members = ImmutableArray.CreateBuilder<string>();
        do
        {
            var member = _open.Pop();
            members.Add(member);
            _seen[member] = _seen[member] with { IsOpen = false };
        }
        while (members[^1] != name);
        if (members.Count > 1)
        {
            _found.Add(members.ToImmutable());
        }
    }

    private void Lower(string name, int lowest) => _seen[name] = _seen[name] with { Lowest = Math.Min(_seen[name].Lowest, lowest) };
}
