using FsCheck;
using FsCheck.Fluent;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.PromQL.Tests;

/// <summary>Random lengths that are computed, as compiler passes might build them: without parentheses.</summary>
internal static class ComputedDurations
{
    private const int Depth = 3;

    private static readonly Gen<BinaryOperator> Operators = Gen.Elements(
        BinaryOperator.Add,
        BinaryOperator.Subtract,
        BinaryOperator.Multiply,
        BinaryOperator.Divide,
        BinaryOperator.Modulo,
        BinaryOperator.Power);

    private static readonly Gen<PromQlDuration> Literals = Gen.OneOf(
        Gen.Choose(-100_000, 100_000).Where(ms => ms != 0).Select(ms => (PromQlDuration)new DurationLiteral(new PrometheusDuration(ms))),
        Gen.Choose(-4000, 4000).Where(n => n != 0).Select(n => (PromQlDuration)Factor(n / 8.0)));

    public static Gen<PromQlDuration> Any { get; } = Gen.OneOf(Words, Computed(Depth));

    private static Gen<PromQlDuration> Words
        => Gen.Elements("step", "range").Select(name => (PromQlDuration)new DurationCall(name, []));

    private static Gen<PromQlDuration> Part(int depth)
        => depth == 0 ? Gen.OneOf(Literals, Words) : Gen.OneOf(Literals, Words, Computed(depth - 1));

    private static Gen<PromQlDuration> Computed(int depth) => Gen.OneOf(
        from op in Operators
        from left in Part(depth)
        from right in Part(depth)
        select (PromQlDuration)new DurationBinary(op, left, right),
        from name in Gen.Elements("min_of", "max_of")
        from left in Part(depth)
        from right in Part(depth)
        select (PromQlDuration)new DurationCall(name, [left, right]),
        Part(depth).Where(d => d is not DurationLiteral).Select(d => (PromQlDuration)new DurationNegation(d)));

    private static DurationLiteral Factor(double number)
        => new DurationLiteral(new PrometheusDuration((long)Math.Round(number * 1000, MidpointRounding.AwayFromZero))) { Number = number };
}
