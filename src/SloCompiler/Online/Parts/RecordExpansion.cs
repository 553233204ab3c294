using System.Collections.Immutable;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Online.Parts;

/// <summary>
/// Puts the expressions of recording rules in the place of what they record, so that a rule can be evaluated on a server that has not
/// loaded the others. Long ranges become subqueries in coarse steps.
/// </summary>
/// <param name="rules">The recording rules of one objective.</param>
/// <param name="baseWindow">The window of base rates: the finest step.</param>
internal sealed class RecordExpansion(ImmutableArray<ProjectRule> rules, PrometheusDuration baseWindow) : PromQlRewriter
{
    private const int MostSteps = 720;
    private const int Deepest = 8;

    private int _depth;

    /// <summary>The expression without recorded series of the objective; null where they are too entangled.</summary>
    public PromQlExpr? Expand(PromQlExpr expr)
    {
        var expanded = Visit(expr);
        return PromQlWalker.Selectors(expanded).Any(s => Find(s) is not null) ? null : expanded;
    }

    /// <inheritdoc />
    protected override PromQlExpr VisitVectorSelector(VectorSelector expr)
        => Find(expr) is { } rule && Inner(rule) is { } inner ? new ParenExpr(inner) : base.VisitVectorSelector(expr);

    /// <inheritdoc />
    protected override PromQlExpr VisitMatrixSelector(MatrixSelector expr)
        => Find(expr.Selector) is { } rule && expr.Range is DurationLiteral range && Inner(rule) is { } inner
            ? new SubqueryExpr(new ParenExpr(inner), expr.Range, new DurationLiteral(StepOf(range.Value)))
            : base.VisitMatrixSelector(expr);

    private PromQlExpr? Inner(ProjectRule rule)
    {
        if (_depth >= Deepest)
        {
            return null;
        }

        _depth++;
        try
        {
            return Visit(rule.Expr);
        }
        finally
        {
            _depth--;
        }
    }

    private ProjectRule? Find(VectorSelector selector) => selector.MetricName is { } name && selector.Modifiers == SelectorModifiers.None
        ? rules.FirstOrDefault(r => !r.IsAlert && r.Name == name)
        : null;

    private PrometheusDuration StepOf(PrometheusDuration range)
    {
        var wanted = range.Milliseconds / MostSteps;
        var minutes = (wanted + 59_999) / 60_000;
        return wanted <= baseWindow.Milliseconds ? baseWindow : PrometheusDuration.FromMinutes(minutes);
    }
}
