using SloCompiler.Language.Metrics;

namespace SloCompiler.Language.Tests;

public sealed class MetricsCatalogueReaderTests
{
    [Fact]
    public void Every_field_is_read()
    {
        var (catalogue, findings) = Fixtures.ReadMetricsWithFindings(Fixtures.Good("app.metrics.yaml"));

        Assert.Equal([], findings.Select(Fixtures.Describe));
        var histogram = catalogue.Metrics["http_request_duration_milliseconds"];
        Assert.Equal(MetricType.Histogram, histogram.Type);
        Assert.Equal("milliseconds", histogram.Unit);
        Assert.Equal([5m, 10m, 25.5m, 100m], histogram.Buckets.ToArray());
        Assert.Equal(Fixtures.Duration("1m"), histogram.ScrapeInterval);
        Assert.Equal(["route"], histogram.Labels?.Select(l => l.Name));
        Assert.Equal(["200", "500"], catalogue.Metrics["http_requests_total"].Labels?[1].Values.AsEnumerable());
        Assert.Equal((0m, 1m), (catalogue.Metrics["up"].Min, catalogue.Metrics["up"].Max));
        Assert.Null(catalogue.Metrics["up"].Labels);
        Assert.Equal("Requests.", catalogue.Metrics["http_requests_total"].Help);
        Assert.Equal(
            [MetricType.NativeHistogram, MetricType.Summary, MetricType.Info],
            new[] { "rpc_seconds", "gc_seconds", "build_info" }.Select(n => catalogue.Metrics[n].Type));
    }

    [Fact]
    public void A_metric_of_two_files_is_reported_in_the_second()
    {
        var (catalogue, findings) = Fixtures.ReadMetricsWithFindings(
            "version: metrics/v1\nmetrics:\n  up: { type: gauge }\n",
            "version: metrics/v1\nmetrics:\n  up: { type: counter }\n");

        var finding = Assert.Single(findings);
        Assert.Equal("3:3 error duplicate-metric", Fixtures.Describe(finding));
        Assert.Equal("1.metrics.yaml", finding.Span.Source.Path);
        Assert.Equal(MetricType.Gauge, catalogue.Metrics["up"].Type);
    }
}
