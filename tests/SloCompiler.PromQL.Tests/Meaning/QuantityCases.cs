using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.PromQL.Printing;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning;

public sealed class QuantityCases
{
    [Fact]
    public void Quantities_are_those_of_the_cases()
        => Assert.Equal(Lines("quantities.txt"), CaseFile.Read("quantities.txt").Select(c => $"{c.Input} => {Quantity(c.Input)}"));

    [Fact]
    public void Units_that_do_not_fit_are_those_of_the_cases()
        => Assert.Equal(Lines("unit-conflicts.txt"), CaseFile.Read("unit-conflicts.txt").Select(c => $"{c.Input} => {Conflicts(c.Input)}"));

    [Fact]
    public void Comparisons_with_constants_say_what_is_compared_in_which_unit()
        => Assert.Equal(Lines("comparisons.txt"), CaseFile.Read("comparisons.txt").Select(c => $"{c.Input} => {Comparisons(c.Input)}"));

    [Fact]
    public void Nothing_is_known_of_metrics_that_are_not_declared()
    {
        foreach (var name in new[] { "x_total", "x_seconds", "x_bucket", "x_ratio", "x_info", "x_timestamp_seconds" })
        {
            Assert.Equal(PromQL.Meaning.Quantities.Quantity.Unknown, QuantityFlow.Of(Parsed.Valid(name), MeaningContext.Empty).Whole);
        }
    }

    [Theory]
    [InlineData("x_total", "Counter 1")]
    [InlineData("x_seconds_total", "Counter seconds")]
    [InlineData("x_seconds_bucket", "HistogramBucket 1 of seconds")]
    [InlineData("x_bytes_sum", "HistogramSum bytes")]
    [InlineData("x_ratio", "Ratio 1")]
    [InlineData("x_info", "Info 1")]
    [InlineData("x_timestamp_seconds", "Timestamp seconds")]
    [InlineData("x", "Unknown")]
    public void Names_give_hints(string name, string expected) => Assert.Equal(expected, Describe(NameHints.Of(name)));

    internal static string Quantity(string promql) => Describe(QuantityFlow.Of(Parsed.Valid(promql), SampleContext.Context).Whole);

    internal static string Conflicts(string promql)
    {
        var conflicts = QuantityFlow.Of(Parsed.Valid(promql), SampleContext.Context).Conflicts;
        return conflicts.IsEmpty ? "-" : string.Join(" | ", conflicts.Select(c =>
            $"{c.Left.Unit} {PromQlPrinter.TextOf(c.Operation.Operator)} {c.Right.Unit}{(c.IsOnlyScale ? " (scale)" : "")}"));
    }

    internal static string Comparisons(string promql)
    {
        var comparisons = QuantityFlow.Of(Parsed.Valid(promql), SampleContext.Context).Comparisons;
        return comparisons.IsEmpty ? "-" : string.Join(" | ", comparisons.Select(c => FormattableString.Invariant(
            $"{PromQlPrinter.Print(c.Compared)} [{Describe(c.Quantity)}] {PromQlPrinter.TextOf(c.Operator)} {c.Literal}")));
    }

    private static IEnumerable<string> Lines(string file) => CaseFile.Read(file).Select(c => c.ToString());

    private static string Describe(Quantity quantity)
    {
        var unit = quantity.Unit is null ? "" : $" {quantity.Unit}";
        var observed = quantity.Observed is null ? "" : $" of {quantity.Observed}";
        return $"{quantity.Kind}{unit}{observed}";
    }
}
