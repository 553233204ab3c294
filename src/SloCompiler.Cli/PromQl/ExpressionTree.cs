using SloCompiler.Cli.Rendering;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Types;

namespace SloCompiler.Cli.PromQl;

/// <summary>Writes a syntax tree, one node a line, indented by depth.</summary>
internal static class ExpressionTree
{
    private const int MostIndent = 40;
    private const int MostText = 60;

    /// <summary>Writes the tree without recursion, so that no expression is too deep.</summary>
    public static void Write(TextWriter writer, PromQlExpr root, string text)
    {
        var open = new Stack<(PromQlExpr Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out var next))
        {
            var (node, depth) = next;
            writer.Write($"{new string(' ', 2 * Math.Min(depth, MostIndent))}{NameOf(node)}  {PromQlTypes.NameOf(PromQlTypes.TypeOf(node))}  {Excerpt(node, text)}\n");
            foreach (var child in PromQlWalker.Children(node).Reverse())
            {
                open.Push((child, depth + 1));
            }
        }
    }

    private static string NameOf(PromQlExpr node) => node switch
    {
        BinaryExpr binary => $"binary {PromQlPrinter.TextOf(binary.Operator)}",
        AggregateExpr aggregate => $"aggregation {aggregate.Operator}",
        CallExpr call => $"call {call.Function}",
        VectorSelector => "selector",
        MatrixSelector => "range",
        SubqueryExpr => "subquery",
        UnaryExpr => "unary",
        ParenExpr => "parentheses",
        NumberLiteral => "number",
        StringLiteral => "string",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Excerpt(PromQlExpr node, string text)
    {
        var part = text.AsSpan(node.Span.Start, node.Span.Length);
        return DisplayText.OneLine(part.Length <= MostText ? part.ToString() : $"{part[..MostText]}…");
    }
}
