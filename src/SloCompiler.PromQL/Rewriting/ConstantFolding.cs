using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Rewriting;

/// <summary>Simplifies trees for comparison: arithmetic on numbers is done, parentheses are stripped.</summary>
public static class ConstantFolding
{
    /// <summary>The simplified tree. It means the same; the printer puts back the parentheses that it needs.</summary>
    public static PromQlExpr Fold(PromQlExpr expr) => Folder.Instance.Visit(expr);

    private sealed class Folder : PromQlRewriter
    {
        public static Folder Instance { get; } = new();

        protected internal override PromQlExpr VisitNumber(NumberLiteral expr) => expr.IsDuration ? expr with { IsDuration = false } : expr;

        protected internal override PromQlExpr VisitParen(ParenExpr expr) => Visit(expr.Inner);

        protected internal override PromQlExpr VisitUnary(UnaryExpr expr) => base.VisitUnary(expr) switch
        {
            UnaryExpr { Operand: NumberLiteral number, IsNegation: var isNegation }
                => new NumberLiteral(isNegation ? -number.Value : number.Value) { Span = expr.Span },
            var rewritten => rewritten,
        };

        protected internal override PromQlExpr VisitBinary(BinaryExpr expr) => base.VisitBinary(expr) switch
        {
            BinaryExpr { Left: NumberLiteral left, Right: NumberLiteral right } binary
                when Compute(binary.Operator, left.Value, right.Value) is { } value => new NumberLiteral(value) { Span = expr.Span },
            var rewritten => rewritten,
        };

        private static double? Compute(BinaryOperator op, double left, double right) => op switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / right,
            BinaryOperator.Modulo => left % right,
            BinaryOperator.Power => Math.Pow(left, right),
            BinaryOperator.Atan2 => Math.Atan2(left, right),
            BinaryOperator.Equal => left == right ? 1 : 0,
            BinaryOperator.NotEqual => left != right ? 1 : 0,
            BinaryOperator.Less => left < right ? 1 : 0,
            BinaryOperator.LessOrEqual => left <= right ? 1 : 0,
            BinaryOperator.Greater => left > right ? 1 : 0,
            BinaryOperator.GreaterOrEqual => left >= right ? 1 : 0,
            BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Unless or BinaryOperator.TrimUpper or BinaryOperator.TrimLower => null,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        };
    }
}
