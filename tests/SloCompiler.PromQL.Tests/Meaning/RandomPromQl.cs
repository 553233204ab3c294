using System.Globalization;

namespace SloCompiler.PromQL.Tests.Meaning;

/// <summary>Random expressions as text, from a fixed seed.</summary>
internal sealed class RandomPromQl(int seed, string[] counters, string[] gauges)
{
    private static readonly string[] Numbers =
        ["0", "1", "-1", "2", "0.5", "-0.25", "3", "7.5", "100", "1e3", "1e-3", "Inf", "-Inf", "NaN", "1e300", "60", "-7"];

    private static readonly string[] SmallNumbers = ["0", "1", "-1", "2", "0.5", "-3", "7.5", "100"];

    private static readonly string[] Arithmetic = ["+", "-", "*", "/", "%", "^", "atan2"];

    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];

    private static readonly string[] Pointwise =
    [
        "abs", "ceil", "floor", "exp", "ln", "log2", "log10", "sqrt", "round", "sgn", "deg", "rad", "sin", "cos", "tan", "asin", "acos",
        "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh",
    ];

    private static readonly string[] Calendar =
        ["days_in_month", "day_of_month", "day_of_week", "day_of_year", "hour", "minute", "month", "year"];

    private readonly Random _random = new(seed);

    /// <summary>A scalar or vector of constants only.</summary>
    public string Constant(int depth) => _random.Next(2) == 0 ? ConstantScalar(depth) : ConstantVector(depth);

    /// <summary>A vector that depends on series.</summary>
    public string Vector(int depth) => depth == 0 ? Leaf() : _random.Next(14) switch
    {
        0 => $"({Vector(depth - 1)}) {Pick(Arithmetic[..5])} {Pick(SmallNumbers)}",
        1 => $"{Pick(SmallNumbers)} {Pick(Arithmetic[..5])} ({Vector(depth - 1)})",
        2 => $"({Vector(depth - 1)}) {Pick(Arithmetic)} ({Vector(depth - 1)})",
        3 or 4 => $"({Vector(depth - 1)}) {Pick(Comparisons)}{Pick("", "", " bool")} {Pick(SmallNumbers)}",
        5 => $"({Vector(depth - 1)}) {Pick(Comparisons)} ({Vector(depth - 1)})",
        6 or 7 => $"({Vector(depth - 1)}) {Pick("and", "or", "unless")}{Pick("", "", " on ()")} ({Vector(depth - 1)})",
        8 or 9 => $"{Pick("sum", "avg", "min", "max", "count", "group", "stddev")}{Pick("", " by (job)")} ({Vector(depth - 1)})",
        10 => $"{Pick(Pointwise)}({Vector(depth - 1)})",
        11 => Pick($"clamp_min({Vector(depth - 1)}, {Pick(SmallNumbers)})", $"clamp_max({Vector(depth - 1)}, {Pick(SmallNumbers)})", $"-({Vector(depth - 1)})"),
        12 => Pick($"absent({Vector(depth - 1)})", $"vector(scalar({Vector(depth - 1)}))", $"quantile({Pick("0.5", "0", "1", "2")}, {Vector(depth - 1)})"),
        _ => $"{Pick("avg", "min", "max", "sum", "count", "last", "stddev")}_over_time(({Vector(depth - 1)})[5m:1m])",
    };

    private string Leaf() => _random.Next(6) switch
    {
        0 => $"{Pick("rate", "increase", "irate", "changes", "resets")}({Pick(counters)}[5m])",
        1 => Pick(counters),
        2 => $"vector({Pick(SmallNumbers)})",
        _ => Pick(gauges),
    };

    private string ConstantScalar(int depth) => depth == 0 ? Pick(Numbers) : _random.Next(6) switch
    {
        0 => $"-({ConstantScalar(depth - 1)})",
        1 => $"({ConstantScalar(depth - 1)}) {Pick(Comparisons)} bool ({ConstantScalar(depth - 1)})",
        2 => $"scalar(vector({ConstantScalar(depth - 1)}))",
        3 => $"pi() * {Pick(SmallNumbers)}",
        _ => $"({ConstantScalar(depth - 1)}) {Pick(Arithmetic)} ({ConstantScalar(depth - 1)})",
    };

    private string ConstantVector(int depth) => depth == 0 ? $"vector({Pick(Numbers)})" : _random.Next(8) switch
    {
        0 => $"{Pick(Pointwise)}({ConstantVector(depth - 1)})",
        1 => $"({ConstantVector(depth - 1)}) {Pick(Comparisons)}{Pick("", " bool")} ({ConstantScalar(depth - 1)})",
        2 => $"({ConstantVector(depth - 1)}) {Pick(Arithmetic)} ({ConstantVector(depth - 1)})",
        3 => $"clamp({ConstantVector(depth - 1)}, {Pick(SmallNumbers)}, {Pick(SmallNumbers)})",
        4 => $"round({ConstantVector(depth - 1)}, {Pick(SmallNumbers)})",
        5 => $"{Pick(Calendar)}(vector({_random.Next(2_000_000_000).ToString(CultureInfo.InvariantCulture)}))",
        6 => $"-({ConstantVector(depth - 1)})",
        _ => $"vector({ConstantScalar(depth - 1)})",
    };

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
