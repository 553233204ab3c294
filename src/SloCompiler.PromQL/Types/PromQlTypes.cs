using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Types;

/// <summary>The type of every expression.</summary>
public static class PromQlTypes
{
    /// <summary>The type of an expression that has passed the type check; of a call to an unknown function, an instant vector.</summary>
    public static PromQlType TypeOf(PromQlExpr expr) => expr switch
    {
        NumberLiteral => PromQlType.Scalar,
        StringLiteral => PromQlType.String,
        MatrixSelector or SubqueryExpr => PromQlType.RangeVector,
        ParenExpr paren => TypeOf(paren.Inner),
        UnaryExpr unary => TypeOf(unary.Operand),
        CallExpr call => PromQlFunctions.Find(call.Function)?.Result ?? PromQlType.InstantVector,
        BinaryExpr binary => TypeOfBinary(TypeOf(binary.Left), TypeOf(binary.Right)),
        VectorSelector or AggregateExpr => PromQlType.InstantVector,
        _ => throw new ArgumentOutOfRangeException(nameof(expr)),
    };

    /// <summary>The type as Prometheus names it in messages.</summary>
    public static string NameOf(PromQlType type) => type switch
    {
        PromQlType.Scalar => "scalar",
        PromQlType.InstantVector => "instant vector",
        PromQlType.RangeVector => "range vector",
        PromQlType.String => "string",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    internal static PromQlType TypeOfBinary(PromQlType left, PromQlType right)
        => left == PromQlType.Scalar && right == PromQlType.Scalar ? PromQlType.Scalar : PromQlType.InstantVector;
}
