using System.Globalization;
using SloCompiler.PromQL.Series;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests;

public sealed class SeriesNotationTests
{
    [Fact]
    public void Series_print_in_one_form()
        => Assert.Equal(
            CaseFile.Read("series.txt").Select(c => c.ToString()),
            CaseFile.Read("series.txt").Select(c => $"{c.Input} => {Describe(c.Input)}"));

    [Fact]
    public void The_printed_form_reads_back_as_itself()
        => Assert.All(CaseFile.Read("series.txt"), c => Assert.Equal(c.Expected, Describe(c.Expected)));

    [Fact]
    public void Errors_say_what_is_wrong_and_where()
        => Assert.Equal(
            CaseFile.Read("series-errors.txt").Select(c => c.ToString()),
            CaseFile.Read("series-errors.txt").Select(c => $"{c.Input} => {Describe(c.Input)}"));

    [Fact]
    public void Values_are_read_alone_and_every_wrong_word_is_reported()
    {
        Assert.Equal("1+2x3 _ stale", SeriesNotation.Print(Assert.IsType<SeriesDescription>(SeriesNotation.ParseValues("1+2x3 _ stale").Series)));
        Assert.Equal([2, 9, 14], SeriesNotation.ParseValues("1 foo 2 1,2 3 Infx3").Errors.Select(e => e.Span.Start));
    }

    [Theory]
    [InlineData("1+2x3", 4)]
    [InlineData("_x4", 4)]
    [InlineData("_", 1)]
    [InlineData("stale", 1)]
    [InlineData("1x18446744073709551615", 1.8446744073709552e19)]
    public void Words_say_how_many_samples_they_stand_for(string values, double expected)
        => Assert.Equal(expected, Assert.Single(Assert.IsType<SeriesDescription>(SeriesNotation.ParseValues(values).Series).Values).Count);

    [PromtoolFact]
    public void Promtool_accepts_and_refuses_the_same_series()
    {
        var known = CaseFile.Read("series.txt").Where(c => c.Heading != "Newer than promtool").Select(c => (c.Input, IsValid: true));
        var refused = CaseFile.Read("series-errors.txt").Where(c => c.Heading != "Histograms").Select(c => (c.Input, IsValid: false));
        List<(string Input, bool IsValid)> cases = [.. known, .. refused];
        using var folder = new TempFolder();
        var paths = cases.Select((c, i) => folder.Write(string.Create(CultureInfo.InvariantCulture, $"{i}.yml"), UnitTest(c.Input))).ToList();
        var output = Tool.Run(Promtool.Name, ["test", "rules", .. paths], folder.FullPath);
        var verdicts = output.Output.Split("Unit Testing:").Skip(1).Select(t => t.Contains("SUCCESS", StringComparison.Ordinal));
        Assert.Equal(cases.Select(c => $"{c.Input} {c.IsValid}"), cases.Zip(verdicts, (c, v) => $"{c.Input} {v}"));
    }

    /// <summary>Promtool puts a space between the two fields and reads them as one text.</summary>
    private static string UnitTest(string input)
        => $"rule_files: []\ntests:\n- interval: 1m\n  input_series:\n  - series: {Quote(input)}\n    values: ''\n";

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Describe(string input)
    {
        var result = SeriesNotation.Parse(input);
        return result.Series is { } series ? SeriesNotation.Print(series)
            : string.Create(CultureInfo.InvariantCulture, $"1:{result.Errors[0].Span.Start + 1}: {result.Errors[0].Message}");
    }
}
