using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SloCompiler.Benchmarks.ServerCost;

/// <summary>A real Prometheus on loopback that is written to, evaluates one profile's rules at a time, and logs each query.</summary>
internal sealed class MeasuredServer : IDisposable
{
    private readonly string _folder;
    private readonly Process _process;

    private MeasuredServer(string folder, Process process, HttpClient http) => (_folder, _process, Http) = (folder, process, http);

    public HttpClient Http { get; }

    /// <summary>Where the server logs its queries.</summary>
    public string QueryLogPath => Path.Combine(_folder, "queries.log");

    public static async Task<MeasuredServer> StartAsync(string folder)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        await File.WriteAllTextAsync(Path.Combine(folder, "prometheus.yml"), "global:\n  evaluation_interval: 1m\n");
        string[] arguments =
        [
            "--config.file=prometheus.yml", "--storage.tsdb.path=data", "--web.listen-address=" + address, "--web.enable-lifecycle",
            "--web.enable-remote-write-receiver", "--storage.tsdb.retention.time=60d", "--query.max-samples=500000000", "--log.level=warn",
        ];
        var start = new ProcessStartInfo("prometheus", arguments) { WorkingDirectory = folder };
        var process = Process.Start(start) ?? throw new InvalidOperationException("prometheus did not start");
        // A reload waits for the evaluations under way.
        var http = new HttpClient { BaseAddress = new Uri("http://" + address), Timeout = Timeout.InfiniteTimeSpan };
        var server = new MeasuredServer(folder, process, http);
        while (!await server.IsReadyAsync())
        {
            await Task.Delay(100);
        }

        return server;
    }

    /// <summary>Evaluates these rule files from now on, and none else.</summary>
    /// <param name="pattern">Pattern of rule files in the server's folder; null for none.</param>
    public async Task EvaluateAsync(string? pattern)
    {
        var rules = pattern is null ? "" : $"rule_files:\n  - {pattern}\n";
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "prometheus.yml"), $"global:\n  evaluation_interval: 1m\n  query_log_file: {QueryLogPath}\n{rules}");
        using var response = await Http.PostAsync(new Uri("/-/reload", UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The sum of a metric of the server itself, over its series.</summary>
    public async Task<double> MetricAsync(string name)
    {
        var text = await Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        return text.Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line[name.Length] is ' ' or '{')
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        Http.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var response = await Http.GetAsync(new Uri("/-/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
