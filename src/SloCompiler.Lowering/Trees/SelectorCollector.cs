using System.Collections.Immutable;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Trees;

/// <summary>Finds the selectors of a tree, in source order.</summary>
internal sealed class SelectorCollector : TreeRewriter
{
    private readonly List<VectorSelector> _found = [];

    private SelectorCollector()
    {
    }

    public static ImmutableArray<VectorSelector> Find(PromQlExpr expr)
    {
        var collector = new SelectorCollector();
        collector.Visit(expr);
        return [.. collector._found];
    }

    protected override PromQlExpr VisitVectorSelector(VectorSelector expr)
    {
        _found.Add(expr);
        return expr;
    }
}
