using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Model;
using SloCompiler.Language.Reading;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Language.Slis.Slices;

/// <summary>Comparisons, combined with <c>and</c>, <c>or</c> and parentheses.</summary>
internal sealed class ConditionType : PromQlType
{
    /// <summary>The only instance.</summary>
    public static ConditionType Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "PromQL condition";

    /// <inheritdoc />
    protected override SpecExpression? Check(SpecExpression expression, ReadContext context)
    {
        if (FindOther(expression.Expr) is not { } other)
        {
            return expression;
        }

        context.Report(SpecDiagnostics.UnsupportedCondition, expression.Map(other.Span), "Expected a comparison here.");
        return null;
    }

    /// <summary>The first part that is neither a comparison nor a combination of some.</summary>
    private static PromQlExpr? FindOther(PromQlExpr expr) => expr switch
    {
        ParenExpr paren => FindOther(paren.Inner),
        BinaryExpr { Operator: BinaryOperator.And or BinaryOperator.Or } both => FindOther(both.Left) ?? FindOther(both.Right),
        BinaryExpr { Operator: >= BinaryOperator.Equal and <= BinaryOperator.Greater } => null,
        _ => expr,
    };
}
