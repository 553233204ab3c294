using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SloCompiler.PromQL.Syntax;

/// <summary>Builds trees, so that compiler code reads like the PromQL that it makes. Adds parentheses where precedence asks for them.</summary>
public static class Ql
{
    /// <summary>A number, from exact decimal arithmetic: the double that prints as the same digits.</summary>
    public static NumberLiteral Number(decimal value)
        => new(double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>A series selected by name and equality matchers.</summary>
    public static VectorSelector Series(string name, params ImmutableArray<(string Label, string Value)> labels)
    {
        var matchers = new LabelMatcher[labels.Length];
        for (var i = 0; i < matchers.Length; i++)
        {
            matchers[i] = new LabelMatcher(labels[i].Label, MatchOperator.Equal, labels[i].Value);
        }

        return new VectorSelector(name, ImmutableCollectionsMarshal.AsImmutableArray(matchers));
    }

    /// <summary>The range vector of a selector.</summary>
    public static MatrixSelector Range(VectorSelector selector, PrometheusDuration window) => new(selector, new DurationLiteral(window));

    /// <summary>A subquery.</summary>
    public static SubqueryExpr Subquery(PromQlExpr expr, PrometheusDuration window, PrometheusDuration step)
        => new(IsPostfixOperand(expr) ? expr : new ParenExpr(expr), new DurationLiteral(window), new DurationLiteral(step));

    /// <summary>A function call.</summary>
    public static CallExpr Call(string function, params ImmutableArray<PromQlExpr> arguments) => new(function, arguments);

    /// <summary>An aggregation by labels; without a clause where there are none.</summary>
    public static AggregateExpr Aggregate(string op, PromQlExpr expr, params ImmutableArray<string> by)
        => new(op, expr, null, by.IsEmpty ? null : new AggregateGrouping(false, by));

    /// <summary>A binary expression, with parentheses around operands that bind less tightly.</summary>
    public static BinaryExpr Binary(BinaryOperator op, PromQlExpr left, PromQlExpr right, VectorMatching? matching = null)
        => new(op, Operand(op, left, isRight: false), Operand(op, right, isRight: true)) { Matching = matching };

    /// <summary>How tightly an operator binds: <c>or</c> 1 … <c>^</c> 6.</summary>
    public static int Precedence(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And or BinaryOperator.Unless => 2,
        BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.LessOrEqual or BinaryOperator.Less
            or BinaryOperator.GreaterOrEqual or BinaryOperator.Greater or BinaryOperator.TrimUpper or BinaryOperator.TrimLower => 3,
        BinaryOperator.Add or BinaryOperator.Subtract => 4,
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo or BinaryOperator.Atan2 => 5,
        BinaryOperator.Power => 6,
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    private static bool IsPostfixOperand(PromQlExpr expr) => expr is VectorSelector or CallExpr or AggregateExpr or ParenExpr;

    private static PromQlExpr Operand(BinaryOperator parent, PromQlExpr operand, bool isRight) => operand switch
    {
        BinaryExpr inner when Precedence(inner.Operator) < Precedence(parent) => new ParenExpr(inner),
        BinaryExpr inner when Precedence(inner.Operator) == Precedence(parent)
            && isRight != (parent == BinaryOperator.Power) => new ParenExpr(inner),
        UnaryExpr unary when parent == BinaryOperator.Power => new ParenExpr(unary),
        _ => operand,
    };
}
