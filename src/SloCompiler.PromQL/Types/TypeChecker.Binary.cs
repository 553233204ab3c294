using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Types;

/// <summary>The rules of binary operators.</summary>
internal sealed partial class TypeChecker
{
    protected internal override PromQlType? VisitBinary(BinaryExpr expr)
    {
        var left = Visit(expr.Left);
        var right = Visit(expr.Right);
        var isComparison = IsComparison(expr.Operator);
        if (expr.ReturnBool && !isComparison)
        {
            Report(expr.Span, "bool modifier can only be used on comparison operators");
        }

        CheckGroupLabels(expr);
        if (left is null || right is null)
        {
            return null;
        }

        CheckOperands(expr, left.Value, right.Value);
        if (isComparison && !expr.ReturnBool && left == PromQlType.Scalar && right == PromQlType.Scalar)
        {
            Report(expr.Span, "comparisons between scalars must use BOOL modifier", "Write `bool` behind the operator: 1 == bool 2.");
        }

        return PromQlTypes.TypeOfBinary(left.Value, right.Value);
    }

    private void CheckOperands(BinaryExpr expr, PromQlType left, PromQlType right)
    {
        CheckOperand(expr.Left, left);
        CheckOperand(expr.Right, right);
        var areVectors = left == PromQlType.InstantVector && right == PromQlType.InstantVector;
        var isSet = IsSet(expr.Operator);
        if (isSet && (left == PromQlType.Scalar || right == PromQlType.Scalar))
        {
            Report(expr.Span, $"set operator \"{PromQlPrinter.TextOf(expr.Operator)}\" not allowed in binary scalar expression", "Wrap a number: vector(0).");
        }

        if (!areVectors && expr.Matching is { } matching && (matching.Group != GroupSide.None || !matching.Labels.IsEmpty))
        {
            Report(expr.Span, "vector matching only allowed between instant vectors");
        }

        if (areVectors && isSet && expr.Matching is { Group: not GroupSide.None })
        {
            Report(expr.Span, $"no grouping allowed for \"{PromQlPrinter.TextOf(expr.Operator)}\" operation");
        }
    }

    private void CheckOperand(PromQlExpr operand, PromQlType type)
    {
        if (type is PromQlType.RangeVector or PromQlType.String)
        {
            var help = type == PromQlType.RangeVector ? "Turn the range into a vector: rate(x[5m])." : null;
            Report(operand.Span, "binary expression must contain only scalar and instant vector types", help);
        }
    }

    private void CheckGroupLabels(BinaryExpr expr)
    {
        if (expr.Matching is not { IsOn: true } matching)
        {
            return;
        }

        foreach (var label in matching.Include)
        {
            if (matching.Labels.Contains(label))
            {
                Report(expr.Span, $"label \"{label}\" must not occur in ON and GROUP clause at once", "Labels in on (…) are kept anyway.");
            }
        }
    }

    private static bool IsSet(BinaryOperator op) => op is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Unless;

    private static bool IsComparison(BinaryOperator op) => op is BinaryOperator.Equal or BinaryOperator.NotEqual
        or BinaryOperator.LessOrEqual or BinaryOperator.Less or BinaryOperator.GreaterOrEqual or BinaryOperator.Greater;
}
