using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Rewriting;

/// <summary>A number, or a vector of one sample without labels.</summary>
internal readonly record struct Constant(double Value, bool IsVector)
{
    /// <summary>What a folded expression is; null where it is not constant.</summary>
    public static Constant? Of(PromQlExpr expr) => expr switch
    {
        NumberLiteral number => new Constant(number.Value, false),
        CallExpr { Function: "vector", Arguments: [NumberLiteral number] } => new Constant(number.Value, true),
        _ => null,
    };

    /// <summary>The expression that stands for it, at the place of the one that it replaces.</summary>
    public PromQlExpr ToExpr(PromQlExpr replaced)
    {
        var number = new NumberLiteral(Value) { Span = replaced.Span };
        return IsVector ? new CallExpr("vector", [number]) { Span = replaced.Span } : number;
    }
}

/// <summary>Calls whose arguments are constants.</summary>
internal static class ConstantCalls
{
    /// <summary>The value of a call with folded arguments; null where it is not constant, or where it is no sample at all.</summary>
    public static Constant? Compute(CallExpr call) => call.Arguments switch
    {
        [] when call.Function == "pi" => new Constant(Math.PI, false),
        [var only] when Constant.Of(only) is { } x => OfOne(call.Function, x),
        [var first, var second] when Constant.Of(first) is { } x && Constant.Of(second) is { } y => OfTwo(call.Function, x, y),
        [var first, var low, var high] when call.Function == "clamp" && Constant.Of(first) is { } x
            && Constant.Of(low) is { } min && Constant.Of(high) is { } max => Clamp(x, min, max),
        _ => null,
    };

    private static Constant? OfOne(string function, Constant x) => (function, x.IsVector) switch
    {
        ("scalar", true) => x with { IsVector = false },
        ("sort" or "sort_desc", true) => x,
        ("absent" or "vector" or "scalar", _) or (_, false) => null,
        _ => ConstantMath.Map(function, x.Value) is { } value ? new Constant(value, true) : null,
    };

    private static Constant? OfTwo(string function, Constant x, Constant y) => (function, x.IsVector) switch
    {
        ("round", true) => x with { Value = ConstantMath.Round(x.Value, y.Value) },
        ("clamp_min", true) => x with { Value = Math.Max(x.Value, y.Value) },
        ("clamp_max", true) => x with { Value = Math.Min(x.Value, y.Value) },
        ("min_of", false) => x with { Value = Math.Min(x.Value, y.Value) },
        ("max_of", false) => x with { Value = Math.Max(x.Value, y.Value) },
        _ => null,
    };

    private static Constant? Clamp(Constant x, Constant min, Constant max)
        => max.Value < min.Value ? null : x with { Value = Math.Max(min.Value, Math.Min(max.Value, x.Value)) };
}
