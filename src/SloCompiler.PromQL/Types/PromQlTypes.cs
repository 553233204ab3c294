using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Types;

/// <summary>The type of every expression.</summary>
public static class PromQlTypes
{
    /// <summary>The type of an expression that has passed the type check; of a call to an unknown function, an instant vector.</summary>
    public static PromQlType TypeOf(PromQlExpr expr) => expr.Type;

    /// <summary>The type as Prometheus names it in messages.</summary>
    public static string NameOf(PromQlType type) => type switch
    {
        PromQlType.Scalar => "scalar",
        PromQlType.InstantVector => "instant vector",
        PromQlType.RangeVector => "range vector",
        PromQlType.String => "string",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    internal static PromQlType ResultOf(string function) => PromQlFunctions.Find(function)?.Result ?? PromQlType.InstantVector;

    internal static PromQlType TypeOfBinary(PromQlType left, PromQlType right)
        => left == PromQlType.Scalar && right == PromQlType.Scalar ? PromQlType.Scalar : PromQlType.InstantVector;
}
