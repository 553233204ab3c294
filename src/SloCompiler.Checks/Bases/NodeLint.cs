using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Checks.Bases;

/// <summary>A rule about nodes of expressions; the engine walks once for all of them. Derive from <see cref="NodeLint{TNode}"/>.</summary>
public abstract class NodeLint : LintRule
{
    private protected NodeLint()
    {
    }

    /// <summary>The type of node.</summary>
    internal abstract Type NodeType { get; }

    /// <summary>Looks at the node of a scope, which is of that type.</summary>
    internal abstract void CheckNode(NodeScope scope);
}

/// <summary>A rule about the nodes of one type, in valid expressions of rule files, specs and dashboards.</summary>
public abstract class NodeLint<TNode> : NodeLint
    where TNode : PromQlExpr
{
    internal sealed override Type NodeType => typeof(TNode);

    internal sealed override void CheckNode(NodeScope scope) => Check((TNode)scope.Node, scope);

    /// <summary>Looks at a node and reports what it finds.</summary>
    public abstract void Check(TNode node, NodeScope scope);
}
