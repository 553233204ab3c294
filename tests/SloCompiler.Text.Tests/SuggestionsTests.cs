using Xunit;

namespace SloCompiler.Text.Tests;

public sealed class SuggestionsTests
{
    private static readonly string[] Keys = ["service", "services", "objective", "owner", "window", "slos", "sli", "for", "labels"];

    [Theory]
    [InlineData("objectiv", "objective")]
    [InlineData("ojbective", "objective")]
    [InlineData("Owner", "owner")]
    [InlineData("lables", "labels")]
    [InlineData("serivce", "service")]
    [InlineData("fro", "for")]
    [InlineData("widow", "window")]
    public void The_nearest_word_is_found(string word, string nearest) => Assert.Equal(nearest, Suggestions.Nearest(word, Keys));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("annotations")]
    [InlineData("of")]
    public void A_word_unlike_all_gets_no_suggestion(string word) => Assert.Null(Suggestions.Nearest(word, ["objective", "owner", "window", "labels"]));

    [Fact]
    public void Of_equally_near_words_the_first_in_order_is_taken()
        => Assert.Equal("aab", Suggestions.Nearest("aaa", ["aac", "aab"]));

    [Fact]
    public void A_very_long_word_is_not_compared()
        => Assert.Null(Suggestions.Nearest(new string('a', 1_000_000), [new string('a', 999_999)]));
}
