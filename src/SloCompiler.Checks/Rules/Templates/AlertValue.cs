using SloCompiler.Checks.Rules.Alerts;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Checks.Rules.Templates;

/// <summary>What <c>$value</c> of an alert is, as far as it is certain: by the catalogue, or by the form of the expression.</summary>
internal static class AlertValue
{
    /// <summary>Whether it is a share between 0 and 1.</summary>
    public static bool IsRatio(ExpressionScope scope)
        => scope.Quantities.Whole is { Kind: QuantityKind.Ratio } quantity && quantity.Unit == Unit.One
            ? ValuesOf(scope.Expr).All(v => !IsHundredfold(v))
            : AreAll(scope, v => IsShare(v) && !IsHundredfold(v));

    /// <summary>Whether it is a share times 100.</summary>
    public static bool IsPercent(ExpressionScope scope)
        => scope.Quantities.Whole.Kind == QuantityKind.Percent || AreAll(scope, v => IsHundredfold(v) && IsQuotient(v));

    /// <summary>Its unit, where the catalogue says it.</summary>
    public static Unit? UnitOf(ExpressionScope scope) => scope.Quantities.Whole.Unit;

    private static bool AreAll(ExpressionScope scope, Func<PromQlExpr, bool> test)
    {
        var values = ValuesOf(scope.Expr).ToList();
        return values.Count > 0 && values.All(test) && scope.Conditions.Branches.Length == values.Count;
    }

    private static IEnumerable<PromQlExpr> ValuesOf(PromQlExpr expr) => ConditionSyntax.ThresholdsOf(expr).Select(t => t.Value);

    /// <summary>Whether a value is a quotient of the same metric, or one minus that.</summary>
    private static bool IsShare(PromQlExpr value) => ConditionSyntax.Unaggregated(value) switch
    {
        BinaryExpr { Operator: BinaryOperator.Subtract } difference when ConstantFolding.ValueOf(difference.Left) is 1 => IsShare(difference.Right),
        BinaryExpr { Operator: BinaryOperator.Divide } quotient => ConditionSyntax.NamesOf(quotient.Left).ToHashSet(StringComparer.Ordinal) is { Count: 1 } names
            && names.SetEquals(ConditionSyntax.NamesOf(quotient.Right))
            && PromQlWalker.DescendantsAndSelf(quotient).All(n => n is not NumberLiteral { IsDuration: false }),
        _ => false,
    };

    private static bool IsQuotient(PromQlExpr value) => PromQlWalker.DescendantsAndSelf(value)
        .Any(n => n is BinaryExpr { Operator: BinaryOperator.Divide } quotient && ConditionSyntax.NamesOf(quotient.Left).Any() && ConditionSyntax.NamesOf(quotient.Right).Any());

    /// <summary>Whether a value is multiplied by 100: the whole, a side of a sum, or the dividend.</summary>
    private static bool IsHundredfold(PromQlExpr value) => ConditionSyntax.Unaggregated(value) switch
    {
        BinaryExpr { Operator: BinaryOperator.Multiply } product
            => ConstantFolding.ValueOf(product.Left) is 100 || ConstantFolding.ValueOf(product.Right) is 100 || IsHundredfold(product.Left) || IsHundredfold(product.Right),
        BinaryExpr { Operator: BinaryOperator.Divide } quotient => IsHundredfold(quotient.Left),
        BinaryExpr { Operator: BinaryOperator.Subtract } difference => ConstantFolding.ValueOf(difference.Left) is 100 && IsHundredfold(difference.Right),
        CallExpr { Function: "round" or "ceil" or "floor" or "abs", Arguments: [var first, ..] } => IsHundredfold(first),
        _ => false,
    };
}
