using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Conditions;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning;

/// <summary>What is derived of expressions, held against what Prometheus computes.</summary>
public sealed class RealValueTests
{
    private const double Precision = 1e-9;

    [PromtoolFact]
    public void Constants_fold_to_what_Prometheus_computes()
    {
        var random = new RandomPromQl(20_260, [], []);
        var expressions = Enumerable.Range(0, 400).Select(i => random.Constant(1 + (i % 4))).ToArray();
        var real = PromtoolValues.Of(expressions, [("x", "1")], "1m");
        AssertNone(expressions.Zip(real).Where(pair => !Agrees(Folded(pair.First), pair.Second)).Select(pair =>
            $"{pair.First}: {Folded(pair.First)} but {Show(pair.Second)}"));
        Assert.True(real.Count(values => values is [_]) > 200);
    }

    [PromtoolFact]
    public void Values_of_any_samples_are_as_is_certain()
    {
        (string, string)[] series =
        [
            ("c{job=\"a\"}", "1 2 NaN 4 -5 6 7 Inf 9 10 11"), ("c{job=\"b\"}", "-10 -9 -8 -3 -4 -7 -1 -2 -5 -6 -1"),
            ("x{job=\"a\"}", "1 -1 NaN 4 0 0 2 -Inf 3 2 NaN"), ("x{job=\"b\"}", "0x10"), ("y{job=\"a\"}", "5 3 1 0 0 0 1 2 0 1 Inf"),
            ("y{job=\"c\"}", "-3+1x10"),
        ];
        Check(new RandomPromQl(1, ["c"], ["x", "y", "{job=\"a\"}", "absent_series"]), series, MeaningContext.Empty, o => o.Certain);
    }

    [PromtoolFact]
    public void Values_of_usual_samples_are_as_expected()
    {
        (string, string)[] series =
        [
            ("c{job=\"a\"}", "0+5x10"), ("c{job=\"b\"}", "0 3 7 2 4 9 0 0 0 1 2"), ("x{job=\"a\"}", "1 -1 0 4 0 0 2 -7 3 2 5"),
            ("x{job=\"b\"}", "0x10"), ("y{job=\"a\"}", "5 3 1 0 0 0 1 2 0 1 3"), ("y{job=\"c\"}", "-3+1x10"),
            ("up{job=\"a\"}", "1x10"), ("up{job=\"b\"}", "0 1 0 0 1 1 1 0 0 1 0"),
        ];
        Check(new RandomPromQl(2, ["c"], ["x", "y", "up", "absent_series"]), series, MeaningContext.Empty, o => o.Expected);
    }

    [PromtoolFact]
    public void Values_of_declared_metrics_are_as_is_certain()
    {
        (string, string)[] series =
        [
            ("requests_total{job=\"a\"}", "0+5x10"), ("requests_total{job=\"b\"}", "0 3 7 2 4 9 0 0 0 1 2"),
            ("temperature{job=\"a\"}", "-50 60 7 8 0 0 -20 30 60 -50 60"), ("temperature{job=\"b\"}", "-50x10"), ("queue{job=\"a\"}", "0x10"),
            ("queue{job=\"b\"}", "3x10"), ("limit{job=\"a\"}", "1x10"), ("limit{job=\"b\"}", "1000x10"), ("healthy{job=\"a\"}", "0.5x10"),
            ("build_info{job=\"a\"}", "1x10"),
        ];
        var random = new RandomPromQl(3, ["requests_total"], ["temperature", "queue", "limit", "healthy", "build_info", "queue{stauts=\"x\"}"]);
        Check(random, series, SampleContext.Context, o => o.Certain);
    }

    private static void Check(RandomPromQl random, (string, string)[] series, MeaningContext context, Func<Outcome, Returned> view)
    {
        var expressions = Enumerable.Range(0, 1500).Select(i => random.Vector(1 + (i % 4))).Distinct().ToArray();
        var real = PromtoolValues.Of(expressions, series, "10m");
        var wrong = expressions.Zip(real).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second, Derived: view(
            ConditionFlow.Of(Parsed.Valid(pair.First), context).Whole))).Where(c => !Holds(c.Derived, c.Second ?? []));
        AssertNone(wrong.Select(c => $"{c.First}: {c.Derived.Presence} {c.Derived.Values} but {Show(c.Second)}"));
        Assert.True(real.Count(values => values is { Count: > 0 }) > expressions.Length / 3);
    }

    private static void AssertNone(IEnumerable<string> differences)
    {
        var text = string.Join('\n', differences);
        Assert.True(text.Length == 0, text);
    }

    private static bool Holds(Returned derived, IReadOnlyList<double> real) => derived.Presence switch
    {
        Presence.Always => real.Count > 0,
        Presence.Never => real.Count == 0,
        _ => true,
    } && real.All(value => Contains(derived.Values, value));

    // Sums and products are rounded, and so are the values in the report.
    private static bool Contains(ValueRange range, double value) => range.Contains(value)
        || (!double.IsNaN(value) && !range.HasNoNumber
            && value >= range.Low - (Precision * (1 + Math.Abs(range.Low))) && value <= range.High + (Precision * (1 + Math.Abs(range.High)))
            && double.IsFinite(value));

    /// <summary>The values of a folded expression: none where it is no constant.</summary>
    private static double? Folded(string promql) => ConstantFolding.Fold(Parsed.Valid(promql)) switch
    {
        NumberLiteral number => number.Value,
        CallExpr { Function: "vector", Arguments: [NumberLiteral number] } => number.Value,
        _ => null,
    };

    private static bool Agrees(double? folded, IReadOnlyList<double>? real) => (folded, real) switch
    {
        (null, []) => true,
        ({ } value, [var computed]) => value.Equals(computed) || value == computed || Math.Abs(value - computed) <= 1e-12 * Math.Abs(computed),
        _ => false,
    };

    private static string Show(IReadOnlyList<double>? values) => values is null ? "an error" : $"[{string.Join(", ", values)}]";
}
