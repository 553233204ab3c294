using System.Collections.Immutable;
using SloCompiler.Checks.Engine;
using SloCompiler.Testing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using Xunit;

namespace SloCompiler.Tests.Lint;

public sealed class DashboardTests
{
    [Fact]
    public void A_token_of_a_query_is_found_behind_escapes_and_letters_of_several_bytes()
    {
        var finding = Assert.Single(Errors("""{ "title": "Größe 😀", "panels": [{ "id": 1, "type": "stat", "targets": [{ "expr": "up{job=\"\u0061\"}\n + sun(up)" }] }] }"""));
        Assert.Equal("sun", TextOf(finding));
        Assert.Equal("promql-unknown-function", finding.Descriptor.Name);
    }

    [Theory]
    [InlineData("rate(x_total{job=~\\\"$job\\\"}[$__rate_interval])")]
    [InlineData("rate(x_total{job=~\\\"${job:regex}\\\"}[${interval}])")]
    [InlineData("rate(x_total{job=~\\\"[[job]]\\\"}[[[interval]]])")]
    [InlineData("max_over_time(x[$__range:$__interval])")]
    [InlineData("max_over_time(x[$__interval:])")]
    [InlineData("increase(x_total[${__range_s}s])")]
    [InlineData("x offset $interval")]
    [InlineData("$job")]
    [InlineData("sum by ($job) (x_${job}_total)")]
    [InlineData("topk($job, x)")]
    [InlineData("x > ${job}")]
    [InlineData("$job(x)")]
    public void A_variable_may_stand_wherever_Grafana_allows_it(string expr)
        => Assert.Empty(Errors(Dashboard(expr)).Select(f => f.Message));

    [Theory]
    [InlineData("{ \"title\": \"Edge\", \"panels\": [], }", 1, 34)]
    [InlineData("{\n  \"title\": \"Größe\", 'panels': []\n}", 2, 21)]
    [InlineData("{ \"title\": \"Edge\", \"panels\": [", 1, 31)]
    [InlineData("{ \"title\": \"Edge\", \"panels\": [] } x", 1, 35)]
    public void Broken_json_is_reported_where_it_breaks(string json, int line, int column)
    {
        var finding = Assert.Single(Errors(json));
        Assert.Equal("invalid-json", finding.Descriptor.Name);
        Assert.Equal(new LinePosition(line, column), finding.Span.Start);
    }

    [Fact]
    public void Json_that_is_nested_without_end_is_refused()
        => Assert.Equal(["invalid-json"], Errors("{ \"panels\": " + new string('[', 100_000)).Select(f => f.Descriptor.Name));

    [Fact]
    public void A_range_over_what_a_variable_selects_is_of_the_wrong_type()
    {
        var finding = Assert.Single(Errors(Dashboard("sum(requests:rate5m{job=\\\"$job\\\"}[$__rate_interval])")));
        Assert.Equal("promql-type", finding.Descriptor.Name);
    }

    [Fact]
    public void Queries_in_rows_and_of_the_oldest_model_are_checked()
    {
        Assert.Equal(["promql-syntax"], Errors("""{ "title": "A", "panels": [{ "id": 1, "type": "row", "panels": [{ "id": 2, "type": "stat", "targets": [{ "expr": "up +" }] }] }] }""").Select(f => f.Descriptor.Name));
        Assert.Equal(["promql-syntax"], Errors("""{ "title": "A", "rows": [{ "panels": [{ "id": 2, "type": "graph", "targets": [{ "expr": "up +" }] }] }] }""").Select(f => f.Descriptor.Name));
    }

    [Fact]
    public void Queries_of_other_data_sources_are_left_alone()
        => Assert.Empty(Errors("""
            {
              "title": "A",
              "templating": { "list": [{ "name": "logs", "type": "datasource", "query": "loki" }] },
              "panels": [
                { "id": 1, "type": "stat", "datasource": { "type": "loki", "uid": "x" }, "targets": [{ "expr": "{app=\"a\"} |= \"x\"" }] },
                { "id": 2, "type": "stat", "datasource": "$logs", "targets": [{ "expr": "{app=\"a\"} |= \"x\"" }] }
              ]
            }
            """).Select(f => f.Message));

    [Fact]
    public void The_matcher_of_a_variable_is_no_unknown_value()
    {
        var catalogue = new ExampleFile("edge.metrics.yaml", "version: metrics/v1\nmetrics:\n  in_flight: { type: gauge, labels: { job: [api] } }\n");
        Assert.Empty(Findings(catalogue, new ExampleFile("a.json", Dashboard("in_flight{job=\\\"${job}\\\"}"))).Select(f => f.Message));
        Assert.Equal(
            ["value-not-in-catalogue"],
            Findings(catalogue, new ExampleFile("a.json", Dashboard("in_flight{job=\\\"web\\\"}"))).Select(f => f.Descriptor.Name));
    }

    [Fact]
    public void A_dashboard_is_known_by_its_content_where_it_is_named_or_in_a_named_folder()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["boards/a.json"] = Dashboard("up +"),
            ["boards/package.json"] = "{ \"name\": \"x\" }",
        };
        foreach (var path in new[] { "boards/a.json", "boards" })
        {
            var request = new CompilationRequest { Paths = [path], Generate = false, CheckRules = true, Threads = 1 };
            var result = Compilation.Run(request, new MemoryFiles(files), TimeProvider.System);
            Assert.Equal(["promql-syntax"], result.Diagnostics.Where(f => f.Severity == Severity.Error).Select(f => f.Descriptor.Name));
            Assert.Equal(1, result.Summary.Dashboards);
        }
    }

    [Fact]
    public void The_second_model_is_said_not_to_be_checked()
        => Assert.Equal(
            ["dashboard-not-checked"],
            LintedProject.FindingsOf(new ExampleFile("a.json", """{ "apiVersion": "dashboard.grafana.app/v2", "kind": "Dashboard", "spec": { "elements": {} } }""")).Select(f => f.Descriptor.Name));

    [Fact]
    public void Nothing_is_wrong_with_what_slo_generates()
    {
        var dashboards = Directory.GetFiles(Repository.PathOf("generated/grafana"), "*.json")
            .Select(p => new ExampleFile(Path.GetFileName(p), File.ReadAllText(p))).ToArray();
        Assert.NotEmpty(dashboards);
        Assert.Empty(Findings(dashboards).Select(f => $"{f.Span.Source.Path}:{f.Span.Start.Line}: {f.Descriptor.Name}: {f.Message}").Take(20));
    }

    private static string Dashboard(string expr) => $$"""
        {
          "uid": "a", "title": "A",
          "templating": { "list": [{ "name": "job", "type": "custom", "query": "a" }, { "name": "interval", "type": "interval", "query": "5m" }] },
          "panels": [{ "id": 1, "type": "stat", "title": "A", "targets": [{ "refId": "A", "expr": "{{expr}}" }] }]
        }
        """;

    private static string TextOf(Diagnostic finding) => finding.Span.Source.Content.Substring(finding.Span.Range.Start, finding.Span.Range.Length);

    private static ImmutableArray<Diagnostic> Errors(string json)
        => [.. Findings(new ExampleFile("a.json", json)).Where(f => f.Severity == Severity.Error)];

    private static ImmutableArray<Diagnostic> Findings(params IEnumerable<ExampleFile> files)
        => [.. LintedProject.FindingsOf(files).Where(f => f.Severity != Severity.Info)];
}
