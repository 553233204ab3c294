using System.Collections.Immutable;

namespace SloCompiler.PromQL.Meaning.Labels;

/// <summary>Visits what a name depends on before the name itself, each once, and tells circles apart; without recursion.</summary>
internal sealed class RecordOrder
{
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly Stack<Node> _path = [];
    private readonly Stack<Node> _open = [];
    private readonly Func<string, ImmutableArray<string>> _dependencies;
    private readonly Action<string, bool> _visit;
    private readonly Func<string, bool> _isVisited;

    private RecordOrder(
        Func<string, ImmutableArray<string>> dependencies, Action<string, bool> visit, Func<string, bool> isVisited)
    {
        _dependencies = dependencies;
        _visit = visit;
        _isVisited = isVisited;
    }

    /// <summary>Visits a name and all that it depends on.</summary>
    /// <param name="name">The name to end with.</param>
    /// <param name="dependencies">The names that a name depends on.</param>
    /// <param name="visit">Takes a name, and whether it depends on itself.</param>
    /// <param name="isVisited">Whether a name needs no visit.</param>
    public static void Visit(
        string name, Func<string, ImmutableArray<string>> dependencies, Action<string, bool> visit, Func<string, bool> isVisited)
    {
        if (!isVisited(name))
        {
            new RecordOrder(dependencies, visit, isVisited).Run(name);
        }
    }

    // Tarjan's strongly connected components: a component is closed when its first node is left.
    private void Run(string name)
    {
        Enter(name);
        while (_path.TryPeek(out var node))
        {
            if (node.Next < node.Dependencies.Length)
            {
                Follow(node, node.Dependencies[node.Next++]);
                continue;
            }

            _path.Pop();
            if (_path.TryPeek(out var parent))
            {
                parent.Lowest = Math.Min(parent.Lowest, node.Lowest);
            }

            if (node.Lowest == node.Index)
            {
                Close(node);
            }
        }
    }

    private void Enter(string name)
    {
        var node = new Node(name, _nodes.Count, _dependencies(name));
        _nodes.Add(name, node);
        _path.Push(node);
        _open.Push(node);
    }

    private void Follow(Node node, string dependency)
    {
        if (_isVisited(dependency))
        {
            return;
        }

        if (_nodes.TryGetValue(dependency, out var known))
        {
            node.Lowest = Math.Min(node.Lowest, known.Index);
            node.ReadsItself |= ReferenceEquals(known, node);
        }
        else
        {
            Enter(dependency);
        }
    }

    private void Close(Node first)
    {
        var isInCycle = first.ReadsItself || !ReferenceEquals(_open.Peek(), first);
        Node node;
        do
        {
            node = _open.Pop();
            _visit(node.Name, isInCycle);
        }
        while (!ReferenceEquals(node, first));
    }

    private sealed class Node(string name, int index, ImmutableArray<string> dependencies)
    {
        public string Name { get; } = name;

        public int Index { get; } = index;

        public ImmutableArray<string> Dependencies { get; } = dependencies;

        public int Lowest { get; set; } = index;

        public int Next { get; set; }

        public bool ReadsItself { get; set; }
    }
}
