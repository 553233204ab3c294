using System.Text.Json;
using SloCompiler.Testing;

namespace SloCompiler.Cli.Tests.Online;

/// <summary>One Prometheus for all tests: with four hours of series, a target that tells of their types, and rules that are loaded.</summary>
public sealed class OnlineFixture : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<(PrometheusServer Server, MetricsEndpoint Endpoint)> _server;

    public OnlineFixture() => _server = new(Start);

    /// <summary>Address of the server, which starts when it is first asked for.</summary>
    public string Url => _server.Value.Server.Url.AbsoluteUri.TrimEnd('/');

    /// <summary>Address of the target's metrics.</summary>
    public string MetricsUrl => _server.Value.Endpoint.Url;

    /// <summary>The spec whose rules the server has loaded.</summary>
    public static string LoadedSpec => Spec("loaded", "service=\"edge\"");

    /// <summary>A spec with one objective over the login requests.</summary>
    public static string Spec(string service, string matchers, string metric = "http_requests_total", string more = "") => $$"""
        version: slo/v1
        service: {{service}}
        slos:
          - name: availability
            objective: 99.9%
            window: 7d
            sli:
              events:
                bad: {{metric}}{{{matchers}},code=~"5.."}
                total: {{metric}}{{{matchers}}}
            {{more}}
            alerts:
              page: { runbook: https://runbooks.example.org/edge }
              ticket: { runbook: https://runbooks.example.org/edge }

        """;

    /// <summary>Runs <c>slo check --online</c> on one file and returns the findings and the rest of the JSON.</summary>
    internal OnlineRun Check(string path, string text, string settings = "", params string[] more)
    {
        using var folder = new TempFolder();
        folder.Write("slo.yaml", "version: slo-project/v1\n" + settings);
        folder.Write(path, text);
        string[] arguments = ["check", "--online", "--prometheus", Url, "--format", "json", "--min-severity", "info", .. more];
        return new OnlineRun(InProcess.Run(folder, arguments));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Server.Dispose();
            _server.Value.Endpoint.Dispose();
        }

        _folder.Dispose();
    }

    private (PrometheusServer Server, MetricsEndpoint Endpoint) Start()
    {
        AddSeries().WriteTo(_folder);
        WriteRules();
        var endpoint = new MetricsEndpoint(MetricsText);
        var server = PrometheusServer.Start(
            _folder.FullPath,
            Path.Combine(_folder.FullPath, "rules", "*.yml"),
            $"""
            scrape_configs:
              - job_name: edge
                scrape_interval: 1s
                static_configs: [{"{"} targets: ["{endpoint.Address}"] {"}"}]
              - job_name: batch
                scrape_interval: 2m
                static_configs: [{"{"} targets: ["{endpoint.Address}"] {"}"}]

            """,
            "--storage.tsdb.retention.time=10d",
            "--query.max-samples=100000");
        var limit = TimeSpan.FromSeconds(60);
        if (!server.WaitUntilReady(limit).GetAwaiter().GetResult() || server.WaitUntilAllAreEvaluated(limit).GetAwaiter().GetResult() is null)
        {
            server.Dispose();
            throw new InvalidOperationException("The server did not get ready.");
        }

        WaitForMetadata(server);
        return (server, endpoint);
    }

    private static void WaitForMetadata(PrometheusServer server)
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        for (var i = 0; i < 100; i++)
        {
            using var document = JsonDocument.Parse(http.GetStringAsync(new Uri("/api/v1/metadata", UriKind.Relative)).GetAwaiter().GetResult());
            if (document.RootElement.GetProperty("data").TryGetProperty("queue_depth", out _))
            {
                return;
            }

            Thread.Sleep(100);
        }
    }

    private void WriteRules()
    {
        using var project = new TempFolder();
        project.Write("slo.yaml", "version: slo-project/v1\nslow_interval: 1s\n");
        project.Write("slo-specs/loaded.slo.yaml", LoadedSpec);
        InProcess.Run(project, "compile", "--target", "prometheus").ShouldSucceed();
        _folder.Write("rules/loaded.yml", project.Read("generated/prometheus/loaded.rules.yml"));
        _folder.Write("rules/hand.yml", HandWritten);
    }

    /// <summary>Rules on the server: one that fails, one that is written differently in the project.</summary>
    public const string HandWritten =
        """
        groups:
          - name: hand
            rules:
              - record: job:broken:many
                expr: label_replace(http_requests_total, "code", "same", "code", ".*") + on (service) group_left () http_requests_total
              - record: job:requests:rate5m
                expr: sum by (job) (rate(http_requests_total[5m]))
              - alert: QueueLong
                expr: queue_depth > 100
                labels: { severity: ticket }

        """;

    private const string MetricsText =
        """
        # HELP http_requests_total Requests by code.
        # TYPE http_requests_total counter
        # HELP queue_depth Jobs that wait.
        # TYPE queue_depth gauge
        queue_depth_scraped 1
        # TYPE http_request_duration_seconds histogram
        http_request_duration_seconds_bucket{le="+Inf",own="yes"} 1
        http_request_duration_seconds_sum{own="yes"} 1
        http_request_duration_seconds_count{own="yes"} 1

        """;

    private static SyntheticSeries AddSeries()
    {
        var series = new SyntheticSeries(DateTimeOffset.UtcNow);
        series.Add("http_requests_total", "job=\"edge\",service=\"edge\",route=\"/login\",code=\"200\"", 9.999);
        series.Add("http_requests_total", "job=\"edge\",service=\"edge\",route=\"/login\",code=\"500\"", 0.001);
        series.Add("http_requests_total", "job=\"edge\",service=\"burning\",route=\"/\",code=\"200\"", 5);
        series.Add("http_requests_total", "job=\"edge\",service=\"burning\",route=\"/\",code=\"500\"", 5);
        series.Add("http_requests_total", "job=\"edge\",service=\"calm\",route=\"/\",code=\"200\"", 5);
        series.Add("http_requests_total", "job=\"edge\",service=\"quiet\",route=\"/\",code=\"200\"", 0, 7);
        series.Add("batch_runs_total", "job=\"batch\",code=\"200\"", 1);
        series.Add("batch_runs_total", "job=\"batch\",code=\"500\"", 0.0001);
        series.Add("retired_requests_total", "job=\"edge\",code=\"200\"", 1, endedHoursAgo: 3);
        series.Add("queue_depth", "job=\"edge\",queue=\"mail\"", 0, 250);
        foreach (var (bound, rate) in new[] { ("0.1", 5), ("0.25", 8), ("0.5", 9), ("+Inf", 10) })
        {
            series.Add("http_request_duration_seconds_bucket", $"job=\"edge\",service=\"edge\",le=\"{bound}\"", rate);
        }

        series.Add("http_request_duration_seconds_count", "job=\"edge\",service=\"edge\"", 10);
        return series;
    }
}

/// <summary>What a check printed.</summary>
internal sealed class OnlineRun(ToolResult result)
{
    private readonly JsonElement _root = Parse(result);

    /// <summary>The exit code.</summary>
    public int ExitCode => result.ExitCode;

    /// <summary>Everything that was printed.</summary>
    public string All => result.Output + result.Error;

    /// <summary>The part about the server.</summary>
    public JsonElement Online => _root.GetProperty("online");

    /// <summary>Findings of a kind, as line, severity and message.</summary>
    public IReadOnlyList<string> Of(string name)
        => [.. _root.GetProperty("diagnostics").EnumerateArray()
            .Where(d => d.GetProperty("name").GetString() == name)
            .Select(d => $"{d.GetProperty("line").GetInt32()} {d.GetProperty("severity").GetString()}: {d.GetProperty("message").GetString()}")];

    /// <summary>Names of all findings that need a server.</summary>
    public IReadOnlyList<string> Names => [.. _root.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("code").GetString()?.StartsWith("SLO8", StringComparison.Ordinal) == true).Select(d => d.GetProperty("name").GetString() ?? "").Distinct().Order(StringComparer.Ordinal)];

    private static JsonElement Parse(ToolResult result)
    {
        try
        {
            using var document = JsonDocument.Parse(result.Output);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new InvalidOperationException($"exit code {result.ExitCode}, output: {result.Output}{result.Error}");
        }
    }
}
