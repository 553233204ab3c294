using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Printing;

/// <summary>Where a tree needs parentheses that it does not hold. The parser never makes such a tree.</summary>
internal static class Parentheses
{
    public static bool AreNeededForOperand(BinaryOperator parent, PromQlExpr operand, bool isRight) => operand switch
    {
        BinaryExpr inner => AreNeededBetween(parent, inner.Operator, isRight),
        UnaryExpr => parent == BinaryOperator.Power && !isRight,
        NumberLiteral number => parent == BinaryOperator.Power && !isRight && IsSigned(number),
        _ => false,
    };

    /// <summary>A sign before a number would become part of the number.</summary>
    public static bool AreNeededAfterSign(PromQlExpr operand) => operand switch
    {
        BinaryExpr inner => inner.Operator != BinaryOperator.Power,
        NumberLiteral => true,
        _ => false,
    };

    public static bool AreNeededBeforeBrackets(PromQlExpr operand) => operand switch
    {
        BinaryExpr or UnaryExpr => true,
        NumberLiteral number => IsSigned(number),
        _ => false,
    };

    /// <summary>Whether an operator below another needs parentheses.</summary>
    public static bool AreNeededBetween(BinaryOperator parent, BinaryOperator inner, bool isRight)
    {
        var difference = Ql.Precedence(inner) - Ql.Precedence(parent);
        return difference < 0 || (difference == 0 && isRight != (parent == BinaryOperator.Power));
    }

    // The plus sign of +Inf changes nothing where a number is read, and is left out before a power.
    private static bool IsSigned(NumberLiteral number) => double.IsNegative(number.Value) && !double.IsNaN(number.Value);
}
