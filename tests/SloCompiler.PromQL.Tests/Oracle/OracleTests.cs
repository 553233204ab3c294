using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests.Oracle;

/// <summary>Prometheus 2.42 is asked what it thinks; where it knows the syntax, it must agree with us.</summary>
public sealed class OracleTests
{
    private const int Seed = 20240229;
    private const int MostMutants = 12_000;
    private const int Shown = 60;

    [PromtoolFact]
    public void Promtool_agrees_on_every_expression_of_the_corpus() => AssertAgreed(Corpus.Expressions);

    [PromtoolFact]
    public void Promtool_agrees_on_mutants_of_every_expression()
        => AssertAgreed(Sample(Corpus.Expressions.SelectMany(Mutants.OfExpression)));

    [PromtoolFact]
    public void Promtool_agrees_on_every_regular_expression_of_the_corpus() => AssertAgreed(Corpus.Patterns.Select(Corpus.Matcher));

    [PromtoolFact]
    public void Promtool_agrees_on_mutants_of_every_regular_expression()
        => AssertAgreed(Sample(Corpus.Patterns.SelectMany(Mutants.OfCharacters)).Select(Corpus.Matcher));

    [PromtoolFact]
    public void Promtool_agrees_on_the_limits_of_regular_expressions() => AssertAgreed(Corpus.Limits.Select(Corpus.Matcher));

    private static void AssertAgreed(IEnumerable<string> expressions)
    {
        List<string> asked = [.. expressions.Where(e => e.Length > 0).Distinct(StringComparer.Ordinal)];
        var unexplained = Difference.Among(asked).Where(d => Quirks.ReasonFor(d) is null).ToList();
        Assert.True(unexplained.Count == 0, $"{unexplained.Count} of {asked.Count} differ:\n{string.Join('\n', unexplained.Take(Shown))}");
    }

    private static IEnumerable<string> Sample(IEnumerable<string> mutants)
    {
        var all = mutants.Distinct(StringComparer.Ordinal).ToArray();
        new Random(Seed).Shuffle(all);
        return all.Take(MostMutants);
    }
}
