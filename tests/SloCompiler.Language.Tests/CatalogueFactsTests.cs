using System.Collections.Immutable;
using SloCompiler.Language.Metrics;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Meaning;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Tests;

public sealed class CatalogueFactsTests
{
    private const string Catalogue = """
        version: metrics/v1
        metrics:
          requests_total: { type: counter, labels: { code: ["200", "500"] } }
          latency_seconds: { type: histogram, unit: seconds, labels: [job], buckets: [0.1, 1], scrape_interval: 1m }
          rpc_seconds: { type: summary, unit: seconds }
          temperature: { type: gauge, unit: celsius, min: -50, max: 60 }
        """;

    [Theory]
    [InlineData("requests_total", MetricKind.Counter, "code")]
    [InlineData("latency_seconds_bucket", MetricKind.HistogramBucket, "job le")]
    [InlineData("latency_seconds_sum", MetricKind.HistogramSum, "job")]
    [InlineData("latency_seconds_count", MetricKind.HistogramCount, "job")]
    [InlineData("rpc_seconds", MetricKind.SummaryQuantile, "quantile")]
    [InlineData("rpc_seconds_count", MetricKind.SummaryCount, "")]
    [InlineData("temperature", MetricKind.Gauge, "")]
    public void A_series_has_the_kind_and_labels_that_its_metric_gives_it(string series, MetricKind kind, string labels)
    {
        var facts = Assert.IsType<MetricFacts>(Facts().Find(series));
        Assert.Equal(kind, facts.Kind);
        Assert.Equal(labels, string.Join(' ', facts.Labels.Select(l => l.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("latency_seconds")]
    [InlineData("unheard_of")]
    [InlineData("temperature_bucket")]
    public void A_series_that_no_metric_has_is_unknown(string series) => Assert.Null(Facts().Find(series));

    [Fact]
    public void Bounds_buckets_and_intervals_are_passed_on()
    {
        Assert.Equal(-50, Facts().Find("temperature")?.Min);
        Assert.Equal(60, Facts().Find("temperature")?.Max);
        Assert.Equal<double>([0.1, 1], Assert.IsType<MetricFacts>(Facts().Find("latency_seconds_bucket")).Buckets);
        Assert.Equal(PrometheusDuration.FromMinutes(1), Facts().Find("latency_seconds_sum")?.ScrapeInterval);
        Assert.Equal(PrometheusDuration.FromSeconds(15), Facts().Find("temperature")?.ScrapeInterval);
    }

    [Fact]
    public void Only_a_metric_with_declared_labels_is_closed()
    {
        Assert.True(Facts().Find("requests_total")?.IsClosed);
        Assert.False(Facts().Find("rpc_seconds")?.IsClosed);
    }

    private static CatalogueFacts Facts()
    {
        var diagnostics = new DiagnosticBag();
        ImmutableArray<SourceText> files = [new SourceText("a.metrics.yaml", Catalogue)];
        var catalogue = MetricsCatalogueReader.Read(files, diagnostics);
        Assert.Empty(diagnostics.ToImmutable());
        return new CatalogueFacts(catalogue, PrometheusDuration.FromSeconds(15));
    }
}
