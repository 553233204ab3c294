using System.Text;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Printing;

/// <summary>The text of a tree on one line, and where each node stands in it, parents first.</summary>
internal sealed class LineLayout
{
    private readonly LineNodes _nodes;
    private readonly int[]? _byteOffsets;

    private LineLayout(string text, LineNodes nodes)
    {
        Text = text;
        _nodes = nodes;
        _byteOffsets = Ascii.IsValid(text) ? null : ByteOffsets(text);
    }

    public string Text { get; }

    public LineNode this[int index] => _nodes[index];

    public static LineLayout Of(PromQlExpr expr)
    {
        var builder = new StringBuilder();
        var nodes = new LineNodes();
        new LineWriter(builder, nodes).Visit(expr);
        return new LineLayout(builder.ToString(), nodes);
    }

    /// <summary>Length of a node's text in UTF-8 bytes, which is what Prometheus measures.</summary>
    public int WidthOf(LineNode node)
        => _byteOffsets is null ? node.End - node.Start : _byteOffsets[node.End] - _byteOffsets[node.Start];

    private static int[] ByteOffsets(string text)
    {
        var offsets = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            // Each half of a surrogate pair counts two of the four bytes.
            var width = text[i] < 0x80 ? 1 : text[i] < 0x800 || char.IsSurrogate(text[i]) ? 2 : 3;
            offsets[i + 1] = offsets[i] + width;
        }

        return offsets;
    }
}

/// <summary>A node in the text of a line.</summary>
/// <param name="Start">Where its text starts.</param>
/// <param name="End">Where its text ends.</param>
/// <param name="Next">Index of the first node that is neither this one nor below it.</param>
internal readonly record struct LineNode(int Start, int End, int Next);

/// <summary>Nodes in the order of their starts. A list of values would have to be compiled at every start of the program.</summary>
internal sealed class LineNodes
{
    private LineNode[] _nodes = new LineNode[16];

    public int Count { get; private set; }

    public LineNode this[int index]
    {
        get => _nodes[index];
        set => _nodes[index] = value;
    }

    public void Add(LineNode node)
    {
        if (Count == _nodes.Length)
        {
            var more = new LineNode[2 * Count];
            Array.Copy(_nodes, more, Count);
            _nodes = more;
        }

        _nodes[Count++] = node;
    }
}
