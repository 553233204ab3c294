using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.BackEnds.Prometheus;
using SloCompiler.BackEnds.Tests.Samples;
using SloCompiler.BackEnds.Yaml;
using SloCompiler.Plan;
using SloCompiler.Plan.Rules;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Testing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;
using Xunit;

namespace SloCompiler.BackEnds.Tests.Prometheus;

public class PrometheusBackEndTests
{
    [Fact]
    public void A_rule_file_is_one_document_that_names_its_spec()
        => Golden.Matches("prometheus/edge.rules.yml", Rules(SamplePlan.OfRules(ShortRecord, Alert)));

    [Fact]
    public void A_service_without_rules_has_no_file()
    {
        var plan = SamplePlan.Of();
        Assert.Empty(new PrometheusBackEnd().Generate(plan));
    }

    [Fact]
    public void A_long_expression_is_a_block_that_parses_to_the_same_tree()
    {
        var expr = SampleSlo.Expr(
            """sum by (region) (rate(http_requests_total{route="/login",code=~"5.."}[5m])) / (sum by (region) (rate(http_requests_total{route="/login"}[5m])) > 0)""");
        var yaml = Rules(SamplePlan.OfRules(ShortRecord with { Expr = expr }));

        Assert.Contains("expr: |", yaml, StringComparison.Ordinal);
        var read = PromQlParser.Parse(RuleText(yaml, "expr")).Expr ?? throw new InvalidOperationException(yaml);
        Assert.Equal(PromQlPrinter.Print(expr), PromQlPrinter.Print(read));
    }

    [PromtoolFact]
    public void Promtool_finds_as_many_rules_as_were_planned()
    {
        var plan = SamplePlan.Of(SamplePlan.Availability, SamplePlan.Latency, SamplePlan.Probe);
        var count = plan.Services.SelectMany(s => s.Groups).Sum(g => g.Rules.Length);

        var result = PromtoolRun.CheckRules(plan).ShouldSucceed();

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{count} rules found"), result.Output, StringComparison.Ordinal);
    }

    /// <summary>Prometheus reads the labels with its own YAML reader and compares them with what we say in PromQL.</summary>
    [PromtoolFact]
    public void Hostile_labels_reach_Prometheus_as_they_were()
    {
        string[] hostile =
        [
            "say \"hi\"", "it's", "two\nlines", "{{ not a template", "Überlast → 😀", "# no comment", "a: b", "- item", "no", "null", "1e3", "~",
            "tab\there", "back\\slash", "trailing ", " leading", "a\r\nb", "line\u2028sep", "next\u0085line", "\u0001control", "*x", "&y", "!z", "%",
            "[1, 2]", "{a: b}", "...", "--- x", "block\n\n  kept\n# too", "  deep\nblock\n    deeper", "last\n", "\"both\" 'quotes'", "'",
        ];
        ImmutableArray<PlanLabel> labels = [.. hostile.Select((value, i) => new PlanLabel($"l{i}", value))];
        var plan = SamplePlan.OfRules(new RecordingRule { Record = "evil", Expr = SampleSlo.Expr("vector(1)"), Labels = labels, Origin = SamplePlan.Origin });
        using var folder = new TempFolder();
        PromtoolRun.Write(folder, new PrometheusBackEnd(), plan);
        var expected = new VectorSelector("evil", [.. labels.Select(l => new LabelMatcher(l.Name, MatchOperator.Equal, l.Value))]);
        var test = YamlMap.Empty
            .With("rule_files", new YamlList([new YamlText("edge.rules.yml")]))
            .With("tests", new YamlList(
            [
                YamlMap.Empty
                    .With("input_series", new YamlList([]))
                    .With("promql_expr_test", new YamlList(
                    [
                        YamlMap.Empty.With("expr", "evil").With("eval_time", "1m").With("exp_samples", new YamlList(
                        [
                            YamlMap.Empty.With("labels", PromQlPrinter.Print(expected)).With("value", new YamlNumber(1)),
                        ])),
                    ])),
            ]));

        Promtool.TestRules(folder.Write("prometheus/evil.test.yml", YamlTextWriter.Write(test))).ShouldSucceed();
    }

    private static RecordingRule ShortRecord => new()
    {
        Record = "slo:objective:ratio",
        Expr = SampleSlo.Expr("vector(0.999)"),
        Labels = [new("service", "edge"), new("slo", "availability")],
        Origin = SamplePlan.Origin,
    };

    private static AlertingRule Alert => new()
    {
        Alert = "ImportBacklogGrowing",
        Kind = AlertKind.Threshold,
        Expr = SampleSlo.Expr("sum(queue_depth) > 200"),
        For = PrometheusDuration.FromMinutes(15),
        Labels = [new("severity", "page"), new("tier", "1")],
        Annotations = [new("summary", "Backlog: {{ $value }}"), new("description", "Jobs wait.\nLook at the workers.")],
        Origin = SamplePlan.Origin,
    };

    private static string Rules(CompilationPlan plan) => Assert.Single(new PrometheusBackEnd().Generate(plan)).Text;

    private static string RuleText(string yaml, string key)
    {
        var document = Assert.Single(YamlReader.Read(new SourceText("edge.rules.yml", yaml), new DiagnosticBag()));
        var group = First(Assert.IsType<YamlMapping>(document.Root), "groups");
        return Assert.IsType<YamlScalar>(First(group, "rules").Find(key)?.Value).Value;
    }

    private static YamlMapping First(YamlMapping map, string key)
        => Assert.IsType<YamlMapping>(Assert.IsType<YamlSequence>(map.Find(key)?.Value).Items[0]);
}
