using System.Collections.Immutable;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Versions;
using Xunit;

namespace SloCompiler.PromQL.Tests.Versions;

public sealed class VersionCheckTests
{
    [Theory]
    [InlineData("2.42", "up > 5m", "SLO306 `5m`: a duration as a number needs Prometheus 2.54; Prometheus 2.42 refuses it")]
    [InlineData("2.53", "up[300]", "SLO306 `300`: a number as a duration needs Prometheus 2.54; Prometheus 2.53 refuses it")]
    [InlineData("2.53", "1_000", "SLO306 `1_000`: an underscore in a number needs Prometheus 2.54; Prometheus 2.53 refuses it")]
    [InlineData("2.53", "up @ 1_000", "SLO306 `1_000`: an underscore in a number needs Prometheus 2.54; Prometheus 2.53 refuses it")]
    [InlineData("2.53", "{\"a.b\"}", "SLO306 `{\"a.b\"}`: a name in quotes needs Prometheus 3.0; Prometheus 2.53 refuses it")]
    [InlineData("2.53", "sum by (\"a\") (up)", "SLO306 `\"a\"`: a name in quotes needs Prometheus 3.0; Prometheus 2.53 refuses it")]
    [InlineData("2.53", "sum by (a:b) (up)", "SLO306 `a:b`: a label with a colon needs Prometheus 3.0; Prometheus 2.53 refuses it")]
    [InlineData("2.53", "up offset +5m", "SLO306 `+5m`: a plus sign before an offset needs Prometheus 3.4; Prometheus 2.53 refuses it")]
    [InlineData("2.53", "up offset 0s", "SLO306 `0s`: an offset of zero needs Prometheus 3.4; Prometheus 2.53 refuses it")]
    [InlineData("2.53", "up{'a'='b'}", "SLO306 `'a'`: a name in quotes needs Prometheus 3.0; Prometheus 2.53 refuses it")]
    [InlineData("2.42", "mad_over_time(up[5m])", "SLO306 `mad_over_time`: the function mad_over_time() needs Prometheus 2.49 with --enable-feature=promql-experimental-functions; Prometheus 2.42 refuses it")]
    [InlineData("2.53", "limitk(1, up)", "SLO306 `limitk`: the aggregation limitk() needs Prometheus 2.54 with --enable-feature=promql-experimental-functions; Prometheus 2.53 refuses it")]
    [InlineData("3.5", "up </ 5", "SLO306 `</`: a histogram trim operator needs Prometheus 3.11; Prometheus 3.5 refuses it")]
    [InlineData("3.5", "up + fill(0) up", "SLO306 `+`: a fill modifier needs Prometheus 3.10 with --enable-feature=promql-binop-fill-modifiers; Prometheus 3.5 refuses it")]
    [InlineData("3.5", "rate(up[5m] anchored)", "SLO306 `up[5m] anchored`: anchored or smoothed needs Prometheus 3.7 with --enable-feature=promql-extended-range-selectors; Prometheus 3.5 refuses it")]
    [InlineData("3.5", "up[step()]", "SLO306 `step()`: step() in a duration needs Prometheus 3.6 with --enable-feature=promql-duration-expr; Prometheus 3.5 refuses it")]
    [InlineData("3.5", "up[2*5m]", "SLO309 `2*5m`: arithmetic on durations is experimental: Prometheus loads it only with --enable-feature=promql-duration-expr")]
    [InlineData("3.14", "up[2*5m]", "")]
    [InlineData("3.13", "first_over_time(up[5m])", "SLO309 `first_over_time`: the function first_over_time() is experimental: Prometheus loads it only with --enable-feature=promql-experimental-functions")]
    [InlineData("3.14", "first_over_time(up[5m])", "")]
    [InlineData("3.14", "info(up)", "SLO309 `info`: the function info() is experimental: Prometheus loads it only with --enable-feature=promql-experimental-functions")]
    [InlineData("2.42", "up{a=~\"(?<n>b)\"}", "SLO306 `\"(?<n>b)\"`: this regular expression needs a newer Prometheus; Prometheus 2.42 says: error parsing regexp: invalid or unsupported Perl syntax: `(?<`")]
    [InlineData("3.5", "up{a=~\"\\\\p{letter}\"}", "SLO306 `\"\\\\p{letter}\"`: this regular expression needs a newer Prometheus; Prometheus 3.5 says: error parsing regexp: invalid character class range: `\\p{letter}`")]
    [InlineData("2.42", "rate(up[5m] offset 1h @ end()) > 0x1F", "")]
    public void What_a_release_refuses_is_said_with_the_release_that_has_it(string release, string promql, string expected)
        => Assert.Equal(expected, Check(promql, Target(release)));

    [Fact]
    public void Where_flags_are_known_a_missing_one_is_an_error()
    {
        var target = Target("3.14") with { Flags = [FeatureFlags.ExtendedRangeSelectors] };
        Assert.Equal(
            "SLO307 `info`: the function info() needs --enable-feature=promql-experimental-functions, which is not on",
            Check("info(rate(up[5m] smoothed))", target));
    }

    [Fact]
    public void Old_releases_have_what_newer_ones_removed()
    {
        const string promql = "holt_winters(up[5m], 0.5, 0.5)";
        var old = new PromQlParseOptions { Release = new PrometheusRelease(2, 53) };
        Assert.Empty(PromQlParser.Parse(promql, old).Errors);
        var error = Assert.Single(PromQlParser.Parse(promql).Errors);
        Assert.Equal(("SLO308", "unknown function with name \"holt_winters\""), (error.Descriptor.Code, error.Message));
        Assert.Equal("Prometheus 3.0 renamed it to double_exponential_smoothing.", error.Help);
        Assert.Equal("double_exponential_smoothing", error.Replacement);
    }

    [Fact]
    public void The_flags_that_an_expression_needs_are_known()
        => Assert.Equal(
            [FeatureFlags.FillModifiers, FeatureFlags.ExperimentalFunctions],
            FeatureUse.FlagsOf(Parsed.Valid("info(up) + fill(0) limitk(1, up)"), "info(up) + fill(0) limitk(1, up)").AsEnumerable());

    [Fact]
    public void Every_feature_is_younger_than_the_oldest_known_release_and_has_been_in_the_latest()
        => Assert.All(PromQlFeatures.All, f => Assert.True(f.Availability.Since > new PrometheusRelease(2, 42) && f.Availability.IsIn(PrometheusRelease.Latest)));

    private static PrometheusTarget Target(string release)
        => new(PrometheusRelease.Parse(release) ?? throw new ArgumentException(release, nameof(release)));

    private static string Check(string promql, PrometheusTarget target)
    {
        ImmutableArray<PromQlError> errors = VersionCheck.Run(Parsed.Valid(promql), promql, target);
        return string.Join('\n', errors.Select(e => $"{e.Descriptor.Code} `{promql.Substring(e.Span.Start, e.Span.Length)}`: {e.Message}"));
    }
}
