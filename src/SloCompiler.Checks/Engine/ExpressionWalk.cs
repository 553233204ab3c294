using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Checks.Engine;

/// <summary>One walk over an expression for all rules about nodes, parents first, without recursion.</summary>
internal static class ExpressionWalk
{
    /// <summary>Shows every node with its ancestors.</summary>
    public static void Run(ExpressionScope expression, Action<NodeScope> visit)
    {
        var ancestors = new List<PromQlExpr>();
        var scope = new NodeScope(expression, ancestors);
        var pending = new Stack<(PromQlExpr Node, int Depth)>();
        pending.Push((expression.Expr, 0));
        while (pending.TryPop(out var next))
        {
            ancestors.RemoveRange(next.Depth, ancestors.Count - next.Depth);
            scope.Node = next.Node;
            visit(scope);
            ancestors.Add(next.Node);
            var children = PromQlWalker.Children(next.Node);
            for (var i = children.Length - 1; i >= 0; i--)
            {
                pending.Push((children[i], next.Depth + 1));
            }
        }
    }
}
