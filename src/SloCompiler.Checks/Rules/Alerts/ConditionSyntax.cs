using SloCompiler.PromQL;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>Shapes that conditions of alerts have.</summary>
internal static class ConditionSyntax
{
    /// <summary>The expression without parentheses around it.</summary>
    public static PromQlExpr Strip(PromQlExpr expr)
    {
        while (expr is ParenExpr paren)
        {
            expr = paren.Inner;
        }

        return expr;
    }

    /// <summary>Whether an operator compares.</summary>
    public static bool IsComparison(BinaryOperator op) => op is BinaryOperator.Equal or BinaryOperator.NotEqual
        or BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;

    /// <summary>Whether an operator works on sets of series.</summary>
    public static bool IsSet(BinaryOperator op) => op is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Unless;

    /// <summary>The operator with its sides exchanged.</summary>
    public static BinaryOperator Mirror(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };

    /// <summary>A comparison with a number, told as if the number stood on the right; null for anything else.</summary>
    public static Threshold? ThresholdOf(PromQlExpr expr)
        => Strip(expr) is not BinaryExpr binary || !IsComparison(binary.Operator) ? null
        : ConstantFolding.ValueOf(binary.Right) is { } right ? new Threshold(binary, Strip(binary.Left), binary.Operator, right)
        : ConstantFolding.ValueOf(binary.Left) is { } left ? new Threshold(binary, Strip(binary.Right), Mirror(binary.Operator), left)
        : null;

    /// <summary>The comparisons with numbers that the value of an alert goes through: those of <c>or</c>, and the left sides of <c>and</c> and <c>unless</c>.</summary>
    public static IEnumerable<Threshold> ThresholdsOf(PromQlExpr expr)
    {
        var pending = new Stack<PromQlExpr>([expr]);
        while (pending.TryPop(out var next))
        {
            if (ThresholdOf(next) is { } threshold)
            {
                yield return threshold;
            }
            else if (Strip(next) is BinaryExpr binary && IsSet(binary.Operator))
            {
                if (binary.Operator == BinaryOperator.Or)
                {
                    pending.Push(binary.Right);
                }

                pending.Push(binary.Left);
            }
        }
    }

    /// <summary>The sides of <c>or</c> that an expression is made of, without parentheses; itself where it is none.</summary>
    public static IEnumerable<PromQlExpr> AlternativesOf(PromQlExpr expr)
    {
        var pending = new Stack<PromQlExpr>([expr]);
        while (pending.TryPop(out var next))
        {
            if (Strip(next) is BinaryExpr { Operator: BinaryOperator.Or } or)
            {
                pending.Push(or.Right);
                pending.Push(or.Left);
            }
            else
            {
                yield return Strip(next);
            }
        }
    }

    /// <summary>The length of a range, where it is written out.</summary>
    public static PrometheusDuration? RangeOf(PromQlExpr expr) => expr switch
    {
        MatrixSelector { Range: DurationLiteral range } => range.Value,
        SubqueryExpr { Range: DurationLiteral range } => range.Value,
        _ => null,
    };

    /// <summary>The names of the series that an expression reads.</summary>
    public static IEnumerable<string> NamesOf(PromQlExpr expr)
        => PromQlWalker.Selectors(expr).Select(s => s.MetricName).OfType<string>();

    /// <summary>The expression without aggregations, so that what they aggregate is left.</summary>
    public static PromQlExpr Unaggregated(PromQlExpr expr)
    {
        while (Strip(expr) is AggregateExpr aggregate)
        {
            expr = aggregate.Expr;
        }

        return Strip(expr);
    }
}

/// <summary>A comparison with a number.</summary>
/// <param name="Comparison">The comparison as written.</param>
/// <param name="Value">The side that is no number, without parentheses.</param>
/// <param name="Operator">The operator between it and the number.</param>
/// <param name="Number">The number.</param>
internal sealed record Threshold(BinaryExpr Comparison, PromQlExpr Value, BinaryOperator Operator, double Number)
{
    /// <summary>Whether large values fire.</summary>
    public bool IsUpper => Operator is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;

    /// <summary>Whether small values fire.</summary>
    public bool IsLower => Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual;
}
