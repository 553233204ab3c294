using System.Collections.Immutable;
using SloCompiler.BackEnds.Sharding;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.PromQL.Printing;
using SloCompiler.Text;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>Unit tests for <c>promtool test rules</c> that show that the generated alerts fire when they must, and only then.</summary>
public sealed class PrometheusTestBackEnd : IBackEnd
{
    /// <inheritdoc />
    public string Name => "prometheus-tests";

    /// <inheritdoc />
    public bool NeedsNativeRules => true;

    /// <inheritdoc />
    public string Description => "promtool unit tests that prove the alerts, one file per service.";

    /// <summary>The test file of a service, relative to the output folder.</summary>
    public static string PathOf(string service) => $"prometheus/tests/{service}.test.yml";

    /// <inheritdoc />
    public ImmutableArray<OutputFile> Generate(CompilationPlan plan, Workers workers = default)
    {
        var shards = ShardMap.Of(plan);
        return
        [
            .. plan.Services.Where(s => !s.Groups.IsEmpty)
                .Select(s => new OutputFile(PathOf(s.Service), buffer => YamlTextWriter.Write(Document(s, shards.FolderOf(s.Service)), buffer))),
        ];
    }

    private static YamlMap Document(ServicePlan service, string shard)
    {
        var tested = new List<TestedSlo>();
        var untested = new List<string>();
        foreach (var slo in service.Slos)
        {
            var result = SignalFeeds.Create(slo, service);
            if (result.Feed is { } feed)
            {
                tested.Add(TestedSlo.Create(slo, feed, service));
            }
            else
            {
                untested.Add($"No test for {slo.Name}: {result.Reason}.");
            }
        }

        return YamlMap.Empty
            .With("rule_files", new YamlList([new YamlText($"../{shard}{service.Service}.rules.yml")]))
            .With("evaluation_interval", $"{Timeline.MinutesPerEvaluation}m")
            .With("tests", new YamlList([.. TestBatch.Plan(tested).Select(Test)])) with
        {
            Comment = [GeneratedMarker.From(service.SpecPath), $"Run: promtool test rules {service.Service}.test.yml", .. untested],
        };
    }

    private static YamlMap Test(TestBatch batch)
        => YamlMap.Empty
            .With("name", batch.Title)
            .With("interval", "1m")
            .With("input_series", new YamlList([.. batch.Members.SelectMany(InputSeries)]))
            .With("promql_expr_test", new YamlList([.. batch.Members.SelectMany(m => m.Scenario.Expectations).Select(Check)]));

    private static IEnumerable<YamlMap> InputSeries(BatchMember member)
        => member.Slo.Feed.Series
            .Where(s => !member.Scenario.LeavesOutIdleSeries || s.MissingAt != member.Scenario.Timeline.Phases[0].ErrorRatio)
            .Select(s => YamlMap.Empty
                .With("series", PromQlPrinter.Print(s.Labels.ToSelector()))
                .With("values", member.Scenario.Timeline.Render(s)));

    private static YamlMap Check(Expectation check)
        => YamlMap.Empty
            .With("expr", PromQlPrinter.Print(check.Query))
            .With("eval_time", $"{check.Minute}m")
            .With("exp_samples", new YamlList([.. check.Samples.Select(Sample)]));

    private static YamlMap Sample(ExpectedSample sample)
        => YamlMap.Empty
            .With("labels", PromQlPrinter.Print(sample.Labels))
            .With("value", new YamlNumber(sample.Value));
}
