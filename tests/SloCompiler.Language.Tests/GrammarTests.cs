using FsCheck.Fluent;
using SloCompiler.Language.Grammars;
using SloCompiler.Testing;

namespace SloCompiler.Language.Tests;

public sealed class GrammarTests
{
    [Theory]
    [InlineData("99.9%", "0.999", ThresholdKind.None, "0")]
    [InlineData(" 99 % ", "0.99", ThresholdKind.None, "0")]
    [InlineData("p95 < 250ms", "0.95", ThresholdKind.Faster, "0.25")]
    [InlineData("P99.9<=1.5s", "0.999", ThresholdKind.Faster, "1.5")]
    [InlineData("99% faster than 1m30s", "0.99", ThresholdKind.Faster, "90")]
    [InlineData("95% < 2s", "0.95", ThresholdKind.Faster, "2")]
    [InlineData("99% fresher than 10m", "0.99", ThresholdKind.Fresher, "600")]
    [InlineData("99% fresher than 1.5d", "0.99", ThresholdKind.Fresher, "129600")]
    [InlineData("50% < 5us", "0.5", ThresholdKind.Faster, "0.000005")]
    public void An_objective_is_exact(string text, string target, ThresholdKind kind, string seconds)
    {
        var (value, error) = ObjectiveGrammar.Read(text);

        Assert.Null(error);
        Assert.Equal(new ObjectiveSyntax(Decimal(target), kind, Decimal(seconds)), value);
    }

    [Theory]
    [InlineData("", 0, "a number")]
    [InlineData("p", 1, "a number")]
    [InlineData("p95", 3, "`<`")]
    [InlineData("p95 < 250", 9, "a unit")]
    [InlineData("p95 < ms", 6, "a number")]
    [InlineData("99.9", 4, "`%`")]
    [InlineData("99% quicker than 1s", 4, "end of input")]
    [InlineData("99% faster then 1s", 13, "a")]
    public void An_objective_that_cannot_be_read_says_where_and_what_is_expected(string text, int offset, string expected)
    {
        var (value, error) = ObjectiveGrammar.Read(text);

        Assert.Null(value);
        Assert.Equal(offset, error?.Offset);
        Assert.Contains(expected, error?.Message, StringComparison.Ordinal);
        Assert.Contains("p95 < 250ms", error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2% in 1h", "0.02", "1h", null)]
    [InlineData("12.5% in 1d12h / 3h", "0.125", "1d12h", "3h")]
    public void A_burn_tier_is_exact(string text, string share, string longWindow, string? shortWindow)
    {
        var (value, error) = BurnTierGrammar.Read(text);

        Assert.Null(error);
        Assert.Equal((Decimal(share), longWindow, shortWindow), (value?.BudgetShare, value?.LongWindow.ToString(), value?.ShortWindow?.ToString()));
    }

    [Theory]
    [InlineData("2 in 1h", 2)]
    [InlineData("2% on 1h", 3)]
    [InlineData("2% in 1h /", 10)]
    public void A_burn_tier_that_cannot_be_read_says_where(string text, int offset)
        => Assert.Equal(offset, BurnTierGrammar.Read(text).Error?.Offset);

    [Fact]
    public void A_suppression_has_rules_day_and_reason()
    {
        var value = SuppressionGrammar.Read("# slo: ignore unknown-key, SLO301 until 2027-01-31 -- waits for the next release")?.Value;

        Assert.Equal(["unknown-key", "SLO301"], value?.Rules.Select(r => r.Name));
        Assert.Equal([14, 27], value?.Rules.Select(r => r.Range.Start));
        Assert.Equal(new DateOnly(2027, 1, 31), value?.Until);
        Assert.Equal("waits for the next release", value?.Reason);
        Assert.False(value?.IsWholeFile);
    }

    [Theory]
    [InlineData("# slo: ignore-file unknown-key -- generated", true, "generated")]
    [InlineData("slo: ignore unknown-key", false, null)]
    [InlineData("#slo: ignore unknown-key --", false, null)]
    public void Forms_of_suppressions_are_read(string text, bool isWholeFile, string? reason)
    {
        var value = SuppressionGrammar.Read(text)?.Value;

        Assert.Equal(isWholeFile, value?.IsWholeFile);
        Assert.Equal(reason, value?.Reason);
    }

    [Theory]
    [InlineData("# slo: ignroe unknown-key -- x")]
    [InlineData("# slo: ignore -- x")]
    [InlineData("# slo: ignore a until 2027-02-30 -- x")]
    [InlineData("# slo: ignore a until tomorrow -- x")]
    public void A_broken_suppression_is_an_error(string text) => Assert.NotNull(SuppressionGrammar.Read(text)?.Error);

    [Theory]
    [InlineData("# a comment")]
    [InlineData("# slow: ignore x")]
    public void Other_comments_are_none_of_its_business(string text) => Assert.Null(SuppressionGrammar.Read(text));

    [Fact]
    public void Long_texts_are_refused_unread()
        => Assert.Contains("200 characters", ObjectiveGrammar.Read(new string('9', 100_000)).Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void Every_share_with_three_decimals_is_read_exactly()
        => Laws.Hold(Prop.ForAll(
            Gen.Choose(1, 99_999).ToArbitrary(),
            thousandths =>
            {
                var percent = thousandths / 1000m;
                var text = percent.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return ObjectiveGrammar.Read($"{text}%").Value?.Target == percent / 100
                    && ObjectiveGrammar.Read($"p{text} < 1s").Value?.Target == percent / 100;
            }));

    [Fact]
    public void No_text_makes_a_grammar_throw()
        => Laws.Hold(Prop.ForAll<string>(text =>
        {
            var input = text ?? "";
            _ = (ObjectiveGrammar.Read(input), BurnTierGrammar.Read("2% " + input), SuppressionGrammar.Read("slo: ignore " + input));
            return true;
        }));

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
