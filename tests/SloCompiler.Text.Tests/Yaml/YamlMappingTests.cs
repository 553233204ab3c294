using SloCompiler.Text.Yaml;
using Xunit;
using static SloCompiler.Text.Tests.Yaml.YamlTesting;

namespace SloCompiler.Text.Tests.Yaml;

/// <summary>Keys, aliases and merge keys mean what YAML says, and mistakes with them are found.</summary>
public sealed class YamlMappingTests
{
    [Fact]
    public void A_duplicate_key_is_reported_with_the_first_and_the_first_value_stays()
    {
        var (documents, diagnostics) = Read("a: 1\nb: 2\n\"a\": 3\n");
        var duplicate = Assert.Single(diagnostics);
        Assert.Equal("3:1 duplicate-key The key \"a\" stands twice in this mapping.", Describe(duplicate));
        Assert.Equal(new LinePosition(1, 1), Assert.Single(duplicate.Related).Span.Start);
        Assert.NotNull(documents[0].Root);
        Assert.Equal("1", Scalar(documents[0].Root ?? throw new InvalidOperationException(), "a").Value);
    }

    [Theory]
    [InlineData("{a: 1, a: 2}", "1:8 duplicate-key")]
    [InlineData("x:\n  - a: 1\n    a: 2", "3:5 duplicate-key")]
    [InlineData("d: &d {}\nx: {<<: *d, <<: *d}", "2:13 duplicate-key")]
    [InlineData("? [a]\n: b", "1:3 non-scalar-key")]
    [InlineData("k: {{ x }}", "1:5 non-scalar-key")]
    [InlineData("- : 1\n  b: c", "1:4 yaml-syntax An entry has a value but no key")]
    [InlineData("{: x}", "1:2 yaml-syntax An entry has a value but no key")]
    [InlineData("a: *b", "1:4 undefined-alias")]
    [InlineData("a: *b\nb: &b 1", "1:4 undefined-alias")]
    [InlineData("a: &a 1\n---\nb: *a", "3:4 undefined-alias")]
    [InlineData("a: &a [1, *a]", "1:11 recursive-alias")]
    [InlineData("a: &a {<<: *a}", "1:12 recursive-alias")]
    [InlineData("a: &x 1\nb: &x [*x]", "2:8 recursive-alias")]
    [InlineData("<<: 1", "1:5 invalid-merge")]
    [InlineData("<<: [{a: 1}, b]", "1:14 invalid-merge")]
    [InlineData("a: &a [1]\nb:\n  <<: *a", "3:3 invalid-merge")]
    public void Mistakes_are_found_at_their_place(string text, string finding)
        => Assert.StartsWith(finding, OnlyFinding(text), StringComparison.Ordinal);

    [Fact]
    public void A_misspelt_alias_gets_the_nearest_anchor_as_a_fix()
    {
        var finding = Assert.Single(Read("a: &defaults 1\nb: *default").Diagnostics);
        Assert.Equal("Did you mean *defaults?", finding.Help);
        Assert.Equal("*defaults", Assert.Single(finding.Fix?.Edits ?? []).NewText);
    }

    [Fact]
    public void An_alias_is_the_node_that_it_names()
    {
        var root = Root("a: &n {x: 1}\nb: *n\nc: &n 2\nd: *n");
        Assert.Same(Value(root, "a"), Value(root, "b"));
        Assert.Same(Value(root, "c"), Value(root, "d"));
    }

    [Fact]
    public void An_alias_can_be_a_key()
        => Assert.Equal("1", Scalar(Root("x: &k name\n*k : 1"), "name").Value);

    [Fact]
    public void Explicit_keys_win_over_merged_ones_wherever_the_merge_stands()
    {
        var root = Root("d: &d {a: 1, b: 2}\ne: &e {b: 3, c: 4}\nx:\n  <<: [*d, *e]\n  c: 5\n");
        var merged = Assert.IsType<YamlMapping>(Value(root, "x"));
        Assert.Equal("c=5 a=1 b=2", string.Join(' ', merged.Entries.Select(e => $"{e.Key.Value}={((YamlScalar)e.Value).Value}")));
    }

    [Fact]
    public void A_merge_takes_over_what_its_source_merged()
        => Assert.Equal("1", Scalar(Value(Root("a: &a {x: 1}\nb: &b {<<: *a}\nc: {<<: *b}"), "c"), "x").Value);

    [Theory]
    [InlineData("'<<': 1")]
    [InlineData("!!str <<: 1")]
    public void A_quoted_or_tagged_merge_key_is_an_ordinary_key(string text)
        => Assert.Equal("1", Scalar(Root(text), "<<").Value);
}
