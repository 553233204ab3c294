using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Checks.Rules.Records;

/// <summary>The selectors by which a rule reads the newest sample.</summary>
internal static class InstantReads
{
    /// <summary>The selectors of an expression that are neither in a range or subquery nor moved in time; none where it has errors.</summary>
    public static IEnumerable<VectorSelector> Of(Rule rule)
    {
        var pending = new Stack<PromQlExpr>();
        if (rule.Expr.Expr is { } expr)
        {
            pending.Push(expr);
        }

        while (pending.TryPop(out var node))
        {
            if (node is VectorSelector { Modifiers: { Offset: null, At: null } } selector)
            {
                yield return selector;
            }
            else if (node is not (MatrixSelector or SubqueryExpr))
            {
                foreach (var child in PromQlWalker.Children(node))
                {
                    pending.Push(child);
                }
            }
        }
    }
}
