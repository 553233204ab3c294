using SloCompiler.Testing;
using Xunit;

namespace SloCompiler.Cli.Tests.Online;

public sealed class MetricsImportTests(OnlineFixture fixture) : IClassFixture<OnlineFixture>
{
    private const string Exposition =
        """
        # HELP http_requests_total Requests by route and code.
        # TYPE http_requests_total counter
        http_requests_total{route="/login",code="200"} 10
        http_requests_total{route="/a \"b\" \\ {c}",code="500",} 1 1700000000000
        # TYPE http_request_duration_seconds histogram
        http_request_duration_seconds_bucket{route="/",le="0.1"} 3
        http_request_duration_seconds_bucket{route="/",le="2.5"} 4
        http_request_duration_seconds_bucket{route="/",le="+Inf"} 4
        http_request_duration_seconds_sum{route="/"} 1.5e-1
        http_request_duration_seconds_count{route="/"} 4
        # TYPE rpc_seconds summary
        rpc_seconds{quantile="0.5"} NaN
        rpc_seconds_sum 1
        rpc_seconds_count 1
        # TYPE build_info gauge
        build_info{version="1.0"} 1
        # TYPE queue_depth gauge
        queue_depth 5
        something_else 7

        """;

    private const string Catalogue =
        """
        version: metrics/v1
        metrics:
          build_info:
            type: info
            labels: [version]
          http_request_duration_seconds:
            type: histogram
            unit: seconds
            labels: [route]
            buckets: [0.1, 2.5]
          http_requests_total:
            type: counter
            labels: [code, route]
            help: Requests by route and code.
          queue_depth:
            type: gauge
            labels: []
          rpc_seconds:
            type: summary
            unit: seconds
            labels: []

        """;

    [Fact]
    public void A_page_of_metrics_becomes_a_catalogue_that_passes_the_check()
    {
        using var folder = new TempFolder();
        folder.Write("metrics.txt", Exposition);
        var result = InProcess.Run(folder, "metrics", "import", "metrics.txt").ShouldSucceed();
        Assert.Equal(Catalogue, result.Output);
        Assert.Contains("Left out, because nobody says of which type they are: something_else.", result.Error, StringComparison.Ordinal);
        Assert.Contains("5 metrics found, 5 written.", result.Error, StringComparison.Ordinal);
        folder.Write("slo.yaml", "version: slo-project/v1\n");
        folder.Write("slo-specs/a.metrics.yaml", result.Output);
        folder.Write("slo-specs/a.slo.yaml", ExampleProject.Spec());
        Assert.DoesNotContain("a.metrics.yaml", InProcess.Run(folder, "check").Output, StringComparison.Ordinal);
        Assert.Equal("", InProcess.Run(folder, "fmt", "--check", "slo-specs/a.metrics.yaml").ShouldSucceed().Output);
    }

    [Fact]
    public void Standard_input_and_addresses_give_the_same()
    {
        using var folder = new TempFolder();
        Assert.Equal(Catalogue, InProcess.RunWith(folder, Exposition, new Processes.SystemProcessRunner(), "metrics", "import", "-").ShouldSucceed().Output);
        using var endpoint = new MetricsEndpoint(Exposition);
        Assert.Equal(Catalogue, InProcess.Run(folder, "metrics", "import", "--url", endpoint.Url).ShouldSucceed().Output);
    }

    [Fact]
    public void OpenMetrics_is_read_with_units_exemplars_and_names_in_quotes()
    {
        using var folder = new TempFolder();
        folder.Write(
            "metrics.txt",
            """
            # TYPE requests counter
            # HELP requests All of them.
            requests_total{code="200"} 5 1700000000.5 # {trace_id="abc"} 1.0 1700000000
            requests_created{code="200"} 1700000000
            # TYPE target info
            target_info{env="prod"} 1
            # TYPE latency_seconds histogram
            # UNIT latency_seconds seconds
            latency_seconds_bucket{le="0.25"} 1 # {} 0.2
            latency_seconds_bucket{le="+Inf"} 1
            {"http.size",method="GET"} 1
            # EOF
            this is behind the end
            """);
        Assert.Equal(
            """
            version: metrics/v1
            metrics:
              latency_seconds:
                type: histogram
                unit: seconds
                labels: []
                buckets: [0.25]
              requests_total:
                type: counter
                labels: [code]
                help: All of them.
              target_info:
                type: info
                labels: [env]

            """,
            InProcess.Run(folder, "metrics", "import", "metrics.txt").ShouldSucceed().Output);
    }

    [Theory]
    [InlineData("a{b=\"c} 1\n", 1, 5, "The value of b is not closed with a double quote.")]
    [InlineData("# TYPE a counter\na{b=c} 1\n", 2, 5, "The value of b must stand in double quotes.")]
    [InlineData("a{b=\"c\" d=\"e\"} 1\n", 1, 9, "Between labels, a comma is expected.")]
    [InlineData("a{b=\"c\"\n", 1, 8, "The brace { is never closed.")]
    [InlineData("a\n", 1, 2, "The sample of a has no value.")]
    [InlineData("a one\n", 1, 3, "\"one\" is no number.")]
    [InlineData("a 1 two\n", 1, 5, "\"two\" is no time stamp")]
    [InlineData("# TYPE a countr\n", 1, 10, "\"countr\" is no type of metrics. Did you mean counter?")]
    [InlineData("9a 1\n", 1, 1, "A sample starts with the name of a metric, but there is \"9\".")]
    [InlineData("a 1\n}\n", 2, 1, "A sample starts with the name of a metric")]
    public void Bad_lines_are_told_with_line_and_column(string text, int line, int column, string message)
    {
        using var folder = new TempFolder();
        folder.Write("metrics.txt", text);
        var result = InProcess.Run(folder, "metrics", "import", "metrics.txt").ShouldExitWith(1);
        Assert.Contains($"metrics.txt:{line}:{column}: error[SLO860 exposition-invalid]: {message}", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void New_metrics_are_added_to_a_catalogue_and_what_people_wrote_stays()
    {
        const string Written =
            """
            # Ours.
            version: metrics/v1
            metrics:
                queue_depth:          # a comment
                    type: counter
                    min: 0
                http_requests_total: { type: counter, labels: [code], help: Hand-written. }
            # The end.

            """;
        using var folder = new TempFolder();
        folder.Write("metrics.txt", Exposition);
        folder.Write("a.metrics.yaml", Written);
        var result = InProcess.Run(folder, "metrics", "import", "metrics.txt", "--into", "a.metrics.yaml").ShouldSucceed();
        var merged = folder.Read("a.metrics.yaml");
        Assert.StartsWith(Written[..Written.IndexOf("# The end", StringComparison.Ordinal)], merged, StringComparison.Ordinal);
        Assert.Contains("    build_info:\n      type: info\n", merged, StringComparison.Ordinal);
        Assert.EndsWith("# The end.\n", merged, StringComparison.Ordinal);
        Assert.Contains("3 added", result.Error, StringComparison.Ordinal);
        Assert.Contains("The catalogue has queue_depth as a counter; it is exposed as a gauge.", result.Error, StringComparison.Ordinal);
        Assert.Contains("The catalogue does not list the labels route of http_requests_total.", result.Error, StringComparison.Ordinal);
        InProcess.Run(folder, "metrics", "import", "metrics.txt", "--into", "a.metrics.yaml").ShouldSucceed();
        Assert.Equal(merged, folder.Read("a.metrics.yaml"));
    }

    [Fact]
    public void What_cannot_be_imported_is_told()
    {
        using var folder = new TempFolder();
        folder.Write("empty.txt", "");
        Assert.Contains("There is no metric with a type.", InProcess.Run(folder, "metrics", "import", "empty.txt").ShouldExitWith(1).Error, StringComparison.Ordinal);
        Assert.Contains("missing.txt", InProcess.Run(folder, "metrics", "import", "missing.txt").ShouldExitWith(2).Error, StringComparison.Ordinal);
        Assert.Contains("Give one source", InProcess.Run(folder, "metrics", "import").ShouldExitWith(2).Error, StringComparison.Ordinal);
        using var page = new RawServer(_ => RawServer.Response("<html>", type: "text/html"));
        Assert.Contains("is no text of metrics but text/html", InProcess.Run(folder, "metrics", "import", "--url", $"http://{page.Address}/").ShouldExitWith(2).Error, StringComparison.Ordinal);
        using var gone = new RawServer(_ => RawServer.Response("", "404 Not Found"));
        Assert.Contains("has no /nothing (HTTP status 404)", InProcess.Run(folder, "metrics", "import", "--url", $"http://{gone.Address}/nothing").ShouldExitWith(2).Error, StringComparison.Ordinal);
    }

    [PrometheusFact]
    public void A_prometheus_tells_types_labels_and_buckets_of_what_it_scrapes()
    {
        using var folder = new TempFolder();
        var result = InProcess.Run(folder, "metrics", "import", "--prometheus", fixture.Url).ShouldSucceed();
        Assert.Contains("  http_requests_total:\n    type: counter\n    labels: [code, route, service]\n    help: Requests by code.\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("  http_request_duration_seconds:\n    type: histogram\n    unit: seconds\n    labels: [own, service]\n    buckets: [0.1, 0.25, 0.5]\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("  queue_depth:\n    type: gauge\n    labels: [queue]\n    help: Jobs that wait.\n", result.Output, StringComparison.Ordinal);
    }
}
