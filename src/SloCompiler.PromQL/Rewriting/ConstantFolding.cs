using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Rewriting;

/// <summary>
/// Simplifies trees for comparison: what only needs numbers is computed as Prometheus computes it, parentheses are stripped.
/// Scalars become numbers; vectors with one sample that is known become <c>vector(…)</c>.
/// </summary>
public static class ConstantFolding
{
    /// <summary>The simplified tree. It means the same; the printer puts back the parentheses that it needs.</summary>
    public static PromQlExpr Fold(PromQlExpr expr) => Folder.Instance.Visit(expr);

    /// <summary>The number that a scalar, or every sample of <c>vector(…)</c>, always is; null where that depends on data or time.</summary>
    public static double? ValueOf(PromQlExpr expr) => Constant.Of(Fold(expr))?.Value;

    private sealed class Folder : PromQlRewriter
    {
        public static Folder Instance { get; } = new();

        protected internal override PromQlExpr VisitNumber(NumberLiteral expr) => expr.IsDuration ? expr with { IsDuration = false } : expr;

        protected internal override PromQlExpr VisitParen(ParenExpr expr) => Visit(expr.Inner);

        protected internal override PromQlExpr VisitUnary(UnaryExpr expr)
        {
            var rewritten = base.VisitUnary(expr);
            return rewritten is UnaryExpr unary && Constant.Of(unary.Operand) is { } constant
                ? (constant with { Value = unary.IsNegation ? -constant.Value : constant.Value }).ToExpr(expr)
                : rewritten;
        }

        protected internal override PromQlExpr VisitBinary(BinaryExpr expr)
        {
            var rewritten = base.VisitBinary(expr);
            return rewritten is BinaryExpr binary && Constant.Of(binary.Left) is { } left && Constant.Of(binary.Right) is { } right
                && Combine(binary, left, right) is { } constant
                ? constant.ToExpr(expr)
                : rewritten;
        }

        protected internal override PromQlExpr VisitCall(CallExpr expr)
        {
            var rewritten = base.VisitCall(expr);
            return rewritten is CallExpr call && ConstantCalls.Compute(call) is { } constant ? constant.ToExpr(expr) : rewritten;
        }

        // Filters keep the sample of the vector, of two vectors that of the left one. What they drop has no other form.
        private static Constant? Combine(BinaryExpr expr, Constant left, Constant right)
        {
            var isVector = left.IsVector || right.IsVector;
            if (isVector && !expr.ReturnBool && ConstantMath.Compare(expr.Operator, left.Value, right.Value) is { } holds)
            {
                return holds ? left.IsVector ? left : right : null;
            }

            return ConstantMath.Binary(expr.Operator, left.Value, right.Value) is { } value ? new Constant(value, isVector) : null;
        }
    }
}
