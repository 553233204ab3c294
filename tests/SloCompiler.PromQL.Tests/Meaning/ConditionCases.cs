using SloCompiler.PromQL.Meaning.Conditions;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning;

public sealed class ConditionCases
{
    [Fact]
    public void Outcomes_are_those_of_the_cases()
        => Assert.Equal(Lines("conditions.txt"), CaseFile.Read("conditions.txt").Select(c => $"{c.Input} => {Outcomes(c.Input)}"));

    [Fact]
    public void Comparisons_that_decide_nothing_are_those_of_the_cases()
        => Assert.Equal(Lines("verdicts.txt"), CaseFile.Read("verdicts.txt").Select(c => $"{c.Input} => {Verdicts(c.Input)}"));

    [Theory]
    [InlineData("queue{cluster=\"x\"}", Presence.Sometimes)]
    [InlineData("queue{clutser=\"x\"}", Presence.Never)]
    public void External_labels_may_be_on_any_series(string promql, Presence expected)
        => Assert.Equal(expected, ConditionFlow.Of(Parsed.Valid(promql), SampleContext.Context with { ExternalLabels = ["cluster"] }).Whole.Presence);

    [Theory]
    [InlineData("limit + queue", "[1, +Inf)", "[0, +Inf)")]
    [InlineData("vector(1) / limit", "[0.001, 1]", "[0, +Inf] or NaN")]
    public void A_fill_value_stands_in_for_missing_series(string promql, string without, string with)
    {
        var tree = Assert.IsType<BinaryExpr>(Parsed.Valid(promql));
        var matching = new VectorMatching(false, []) { IsWritten = false, FillLeft = 0, FillRight = 0 };
        Assert.Equal(without, ConditionFlow.Of(tree, SampleContext.Context).Whole.Expected.Values.ToString());
        Assert.Equal(with, ConditionFlow.Of(tree with { Matching = matching }, SampleContext.Context).Whole.Expected.Values.ToString());
    }

    private static IEnumerable<string> Lines(string file) => CaseFile.Read(file).Select(c => c.ToString());

    internal static string Outcomes(string promql)
    {
        var flow = ConditionFlow.Of(Parsed.Valid(promql), SampleContext.Context);
        var branches = string.Join(" | ", flow.Branches.Select(branch => Describe(promql, branch)));
        return flow.Branches.Length == 1 ? branches : $"{Word(flow.Whole.Presence.ToString(), flow.Whole.IsPresenceCertain)} of {branches}";
    }

    internal static string Verdicts(string promql)
    {
        var verdicts = ConditionFlow.Of(Parsed.Valid(promql), SampleContext.Context).Verdicts;
        return verdicts.IsEmpty ? "-" : string.Join(" | ", verdicts.Select(v =>
            $"{Word(v.Truth.ToString(), v.IsCertain)} {PromQlPrinter.Print(v.Comparison)}"));
    }

    private static string Describe(string promql, Outcome branch)
    {
        var parts = new List<string> { Word(branch.Presence.ToString(), branch.IsPresenceCertain) };
        if (branch.Presence == Presence.Never)
        {
            parts.AddRange(branch.Reasons.Take(1).Select(r => $"by `{promql.Substring(r.Span.Start, r.Span.Length)}`"));
            return string.Join(' ', parts);
        }

        parts.Add(branch.Expected.Values.ToString());
        if (branch.Certain.Values != branch.Expected.Values)
        {
            parts.Add($"surely {branch.Certain.Values}");
        }

        if (branch.Causes != EmptyCauses.None && branch.Presence == Presence.Sometimes)
        {
            parts.Add($"empty by {branch.Causes}");
        }

        parts.AddRange(branch.Hazards.Select(h => $"hazard `{PromQlPrinter.Print(h)}`"));
        return string.Join("; ", parts);
    }

    private static string Word(string word, bool isCertain) => (isCertain ? word : $"{word}?").ToLowerInvariant();
}
