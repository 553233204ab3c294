using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Types;
using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.PromQL.Tests.Meaning.Labels;

public sealed class LabelSoundnessTests
{
    private const int Expressions = 600;

    [PromtoolTheory]
    [InlineData(1)]
    [InlineData(2)]
    public void Prometheus_returns_no_series_that_the_flow_excludes(int seed)
    {
        var random = new RandomExpressions(seed);
        var expressions = Enumerable.Range(0, Expressions).Select(_ => random.Next()).ToList();
        var context = EvaluatedLabels.Catalogue().Context();
        var results = EvaluatedLabels.Of(expressions);

        var wrong = expressions.Zip(results).SelectMany(pair => Wrong(pair.First, pair.Second, context)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(results.Count(r => r is { Count: > 0 }) > Expressions / 4, "Too few expressions return series for the test to tell.");
    }

    private static IEnumerable<string> Wrong(string expression, IReadOnlyList<Dictionary<string, string>>? series, MeaningContext context)
    {
        var flow = LabelFlow.Of(Parsed.Valid(expression), context).Root;
        if (series is null || flow.Type == PromQlType.Scalar)
        {
            yield break;
        }

        var text = $"{expression} => {string.Join(" or ", flow.Branches.Select(LabelFlowText.Line))}";
        foreach (var labels in series.Where(s => !flow.Branches.Any(b => Allows(b, s))))
        {
            yield return $"{text}, but got {{{string.Join(", ", labels.Select(l => $"{l.Key}={l.Value}"))}}}";
        }

        if (series.Count == 0 && flow.IsNeverEmpty)
        {
            yield return $"{text}, but got nothing";
        }

        foreach (var always in flow.Branches.Where(b => b.AlwaysReturns && !series.Any(s => Allows(b, s) || Allows(b, Nameless(s)))))
        {
            yield return $"{text}, but not always {LabelFlowText.Line(always)}";
        }
    }

    private static Dictionary<string, string> Nameless(Dictionary<string, string> series)
        => series.Where(l => l.Key != LabelSet.MetricName).ToDictionary();

    private static bool Allows(LabelBranch branch, Dictionary<string, string> series)
        => !branch.IsDead
            && branch.Labels.Named.All(p => Allows(p, series))
            && (branch.Labels.IsOpen || series.Keys.All(branch.Labels.Names));

    private static bool Allows(LabelPromise promise, Dictionary<string, string> series) => series.TryGetValue(promise.Name, out var value)
        ? !promise.IsImpossible && (promise.Values.IsEmpty || promise.Values.Contains(value))
        : !promise.IsGuaranteed;
}
