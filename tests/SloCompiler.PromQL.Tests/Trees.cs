using FsCheck;
using FsCheck.Fluent;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Types;

namespace SloCompiler.PromQL.Tests;

/// <summary>Random well-typed trees, as compiler passes might build them: without parentheses.</summary>
internal static class Trees
{
    private static readonly Gen<string> Names = Gen.Elements("up", "a:b", "sum", "offset", "my.metric", "bool", "and", "x_1", "été");

    private static readonly Gen<string> Labels = Gen.Elements("job", "le", "by", "without", "my label", "on", "ü", "inf");

    private static readonly Gen<string> Texts = Gen.Elements("", "a", "a\"b", "\\", "5..", "\n\t", "日本", "\u0001", "😀", "`", "$1");

    private static readonly Gen<double> Numbers = Gen.OneOf(
        Gen.Elements(0, 1, -1, 0.001, 1e6, 1e-7, 1e21, 123456.789, double.PositiveInfinity, double.NegativeInfinity, double.NaN),
        ArbMap.Default.GeneratorFor<double>());

    private static readonly Gen<PromQlDuration> Fixed = Gen.Frequency(
        (4, Gen.Choose(1, int.MaxValue).Select(ms => (PromQlDuration)new DurationLiteral(new PrometheusDuration(ms)))),
        (1, Gen.Constant<PromQlDuration>(new DurationVariable("window"))));

    private static readonly Gen<PromQlDuration> Durations = Gen.Frequency((5, Fixed), (1, ComputedDurations.Any));

    // Before the colon of a subquery, Prometheus wants to have seen a literal.
    private static readonly Gen<PromQlDuration> SubqueryRanges = Gen.Frequency(
        (5, Fixed),
        (1, Fixed.SelectMany(left => ComputedDurations.Any, PromQlDuration (left, right) => new DurationBinary(BinaryOperator.Add, left, right))));

    public static Arbitrary<PromQlExpr> All { get; } = Gen.Sized(size => Vector(Math.Min(size, 12))).ToArbitrary();

    // The kind is drawn first, so that only the generators that are used are built.
    private static Gen<PromQlExpr> Vector(int size) => size <= 0
        ? Selector.Select(s => (PromQlExpr)s)
        : Gen.Choose(0, 6).SelectMany(kind => kind switch
        {
            0 => Unary(size),
            1 or 2 => Arithmetic(size),
            3 => Comparison(size),
            4 => Aggregate(size),
            5 => Call(size),
            _ => Subquery(size),
        });

    private static Gen<PromQlExpr> Scalar => Numbers.Select(n => (PromQlExpr)new NumberLiteral(n));

    private static Gen<VectorSelector> Selector =>
        from name in Names
        from matchers in Matcher.ListOf()
        from modifiers in Modifiers
        from extension in Gen.Frequency((6, Gen.Constant(RangeExtension.None)), (1, Gen.Elements(Enum.GetValues<RangeExtension>())))
        select new VectorSelector(name, [.. matchers.Take(3)]) { Modifiers = modifiers with { Extension = extension } };

    private static Gen<LabelMatcher> Matcher =>
        from label in Labels
        from op in Gen.Elements(MatchOperator.Equal, MatchOperator.NotEqual)
        from value in Texts
        select new LabelMatcher(label, op, value);

    private static Gen<SelectorModifiers> Modifiers => Gen.OneOf(
        Gen.Constant(SelectorModifiers.None),
        Durations.Select(d => new SelectorModifiers { Offset = d }),
        Gen.Constant(new SelectorModifiers { At = new AtBoundary(true), Offset = new DurationLiteral(new PrometheusDuration(-60_000)) }),
        Gen.Choose(-1_000_000, 1_000_000).Select(s => new SelectorModifiers { At = new AtTimestamp(s / 8.0) }));

    private static Gen<PromQlExpr> Unary(int size) => Vector(size - 1).Select(v => (PromQlExpr)new UnaryExpr(true, v));

    private static Gen<PromQlExpr> Arithmetic(int size) =>
        from op in Gen.Elements(Enum.GetValues<BinaryOperator>())
        from left in Vector(size / 2)
        from right in IsSet(op) ? Vector(size / 2) : Gen.OneOf(Vector(size / 2), Scalar)
        from matching in right is NumberLiteral ? Gen.Constant<VectorMatching?>(null) : Matching(IsSet(op))
        select (PromQlExpr)new BinaryExpr(op, left, right) { Matching = matching };

    private static Gen<PromQlExpr> Comparison(int size) =>
        from left in Gen.OneOf(Vector(size / 2), Scalar)
        from right in Vector(size / 2)
        select (PromQlExpr)new BinaryExpr(BinaryOperator.GreaterOrEqual, left, right) { ReturnBool = true };

    private static Gen<VectorMatching?> Matching(bool isSet) =>
        from isOn in Gen.Elements(true, false)
        from label in Labels
        from side in isSet ? Gen.Constant(GroupSide.None) : Gen.Elements(Enum.GetValues<GroupSide>())
        from isThere in Gen.Elements(true, false)
        from fills in isSet ? Gen.Constant<(double?, double?)>((null, null)) : Fills
        select isThere
            ? new VectorMatching(isOn, [label])
            {
                Group = side,
                Include = side == GroupSide.None ? [] : ["extra"],
                FillLeft = fills.Item1,
                FillRight = fills.Item2,
            }
            : null;

    private static Gen<(double? Left, double? Right)> Fills => Gen.Frequency(
        (4, Gen.Constant<(double?, double?)>((null, null))),
        (1, Numbers.Select(n => ((double?)n, (double?)n))),
        (1, Numbers.Select(n => ((double?)n, (double?)null))),
        (1, Numbers.Select(n => ((double?)null, (double?)n))));

    private static Gen<PromQlExpr> Aggregate(int size) =>
        from op in Gen.Elements(PromQlAggregations.Names.AsEnumerable())
        from inner in Vector(size - 1)
        from isWithout in Gen.Elements(true, false)
        from label in Labels
        from isGrouped in Gen.Elements(true, false)
        select (PromQlExpr)new AggregateExpr(op, inner, ParameterOf(op), isGrouped ? new AggregateGrouping(isWithout, [label]) : null);

    private static Gen<PromQlExpr> Call(int size) => Gen.Choose(0, 3).SelectMany(kind => kind switch
    {
        0 => Vector(size - 1).Select(v => (PromQlExpr)Ql.Call("abs", v)),
        1 => from selector in Selector from range in Durations select (PromQlExpr)Ql.Call("rate", new MatrixSelector(selector, range)),
        2 => from number in Scalar from vector in Vector(size - 1) select (PromQlExpr)Ql.Call("histogram_quantile", number, vector),
        _ => Scalar.Select(n => (PromQlExpr)Ql.Call("vector", n)),
    });

    private static Gen<PromQlExpr> Subquery(int size) =>
        from inner in Vector(size - 1)
        from range in SubqueryRanges
        from step in Durations
        from hasStep in Gen.Elements(true, false)
        from modifiers in Modifiers
        select (PromQlExpr)Ql.Call("max_over_time", new SubqueryExpr(inner, range, hasStep ? step : null) { Modifiers = modifiers });

    private static PromQlExpr? ParameterOf(string op) => PromQlAggregations.ParameterType(op) switch
    {
        PromQlType.String => new StringLiteral("x"),
        null => null,
        _ => new NumberLiteral(2),
    };

    private static bool IsSet(BinaryOperator op) => op is BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Unless;
}
