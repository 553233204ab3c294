using System.Collections.Immutable;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Lowering.Trees;

/// <summary>Shapes that several passes build.</summary>
internal static class Tree
{
    public static CallExpr Time { get; } = Ql.Call("time");

    /// <summary>A ratio that does not exist where nothing happened: <c>part / (whole &gt; 0)</c>.</summary>
    public static BinaryExpr Share(PromQlExpr part, PromQlExpr whole)
        => Ql.Binary(BinaryOperator.Divide, part, Greater(whole, 0));

    public static CallExpr SumOverTime(VectorSelector series, PrometheusDuration window)
        => Ql.Call("sum_over_time", Ql.Range(series, window));

    public static CallExpr Vector(PromQlExpr scalar) => Ql.Call("vector", scalar);

    public static BinaryExpr Add(PromQlExpr left, PromQlExpr right) => Ql.Binary(BinaryOperator.Add, left, right);

    public static BinaryExpr Subtract(PromQlExpr left, PromQlExpr right) => Ql.Binary(BinaryOperator.Subtract, left, right);

    public static BinaryExpr Multiply(PromQlExpr left, PromQlExpr right) => Ql.Binary(BinaryOperator.Multiply, left, right);

    public static BinaryExpr Divide(PromQlExpr left, PromQlExpr right) => Ql.Binary(BinaryOperator.Divide, left, right);

    public static BinaryExpr Subtract(PromQlExpr left, decimal right) => Subtract(left, Ql.Number(right));

    public static BinaryExpr Multiply(PromQlExpr left, decimal right) => Multiply(left, Ql.Number(right));

    public static BinaryExpr Divide(PromQlExpr left, decimal right) => Divide(left, Ql.Number(right));

    public static BinaryExpr Greater(PromQlExpr left, decimal right)
        => Ql.Binary(BinaryOperator.Greater, left, Ql.Number(right));

    public static BinaryExpr And(PromQlExpr left, PromQlExpr right, VectorMatching? matching = null)
        => Ql.Binary(BinaryOperator.And, left, right, matching);

    public static BinaryExpr Unless(PromQlExpr left, PromQlExpr right, VectorMatching? matching = null)
        => Ql.Binary(BinaryOperator.Unless, left, right, matching);

    public static BinaryExpr Or(PromQlExpr left, PromQlExpr right) => Ql.Binary(BinaryOperator.Or, left, right);

    /// <summary>The union of several vectors, the first winning.</summary>
    public static PromQlExpr Union(ImmutableArray<PromQlExpr> vectors) => vectors.Skip(1).Aggregate(vectors[0], Or);

    /// <summary>The vector, with 0 wherever another vector has a sample that this one lacks.</summary>
    public static PromQlExpr ZeroWhere(PromQlExpr vector, PromQlExpr filler) => Or(vector, Multiply(filler, 0));

    public static BinaryExpr Compare(BinaryOperator op, PromQlExpr left, PromQlExpr right, VectorMatching? matching = null)
        => Ql.Binary(op, left, right, matching) with { ReturnBool = true };

    /// <summary>The vector without NaN and infinite values.</summary>
    public static BinaryExpr Finite(PromQlExpr vector) => Ql.Binary(
        BinaryOperator.Less,
        Ql.Binary(BinaryOperator.Greater, vector, new NumberLiteral(double.NegativeInfinity)),
        new NumberLiteral(double.PositiveInfinity));

    /// <summary>The vector without NaN, which fails every comparison.</summary>
    public static BinaryExpr WithoutNaN(PromQlExpr vector)
        => Ql.Binary(BinaryOperator.GreaterOrEqual, vector, new NumberLiteral(double.NegativeInfinity));
}
