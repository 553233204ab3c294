using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace SloCompiler.Testing;

/// <summary>A real Prometheus on a loopback port of its own, with rule files and nothing to scrape.</summary>
public sealed class PrometheusServer : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;
    private readonly HttpClient _http;

    private PrometheusServer(Process process, HttpClient http) => (_process, _http) = (process, http);

    /// <summary>Address of the server.</summary>
    public Uri Url => _http.BaseAddress ?? throw new InvalidOperationException("The server has no address.");

    /// <summary>Starts a server that keeps its data in <c>data</c> of a folder.</summary>
    /// <param name="folder">Full path of a folder of the test.</param>
    /// <param name="ruleFiles">Pattern of the rule files.</param>
    /// <param name="moreConfig">More of its configuration, as YAML from the first column.</param>
    /// <param name="flags">More flags.</param>
    public static PrometheusServer Start(string folder, string ruleFiles, string moreConfig = "", params string[] flags)
    {
        var port = FreePort();
        var config = Path.Combine(folder, "prometheus.yml");
        File.WriteAllText(config, $"global:\n  evaluation_interval: 1s\nrule_files:\n  - {ruleFiles}\n{moreConfig}");
        var start = new ProcessStartInfo("prometheus")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("--config.file=" + config);
        start.ArgumentList.Add("--storage.tsdb.path=" + Path.Combine(folder, "data"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"));
        foreach (var flag in flags)
        {
            start.ArgumentList.Add(flag);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("prometheus did not start");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var http = new HttpClient
        {
            BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Timeout = TimeSpan.FromSeconds(10),
        };
        return new PrometheusServer(process, http);
    }

    /// <summary>Polls until every rule has been evaluated; null if that takes longer than the limit.</summary>
    public Task<IReadOnlyList<RuleState>?> WaitUntilAllAreEvaluated(TimeSpan limit)
        => WaitUntil(limit, rules => rules.All(r => r.Health != "unknown"));

    /// <summary>Polls until the rules have been read; null if that takes longer than the limit.</summary>
    public Task<IReadOnlyList<RuleState>?> WaitUntilRead(TimeSpan limit) => WaitUntil(limit, _ => true);

    /// <summary>Polls until the server answers queries; false if that takes longer than the limit.</summary>
    public async Task<bool> WaitUntilReady(TimeSpan limit)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < limit && !_process.HasExited)
        {
            try
            {
                using var response = await _http.GetAsync(new Uri("/-/ready", UriKind.Relative));
                if (response.IsSuccessStatusCode)
                {
                    return true;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(Pause);
        }

        return false;
    }

    /// <summary>An expression in the form over several lines; null where the server refuses it.</summary>
    public async Task<string?> Format(string expression)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("query", expression)]);
        using var response = await _http.PostAsync(new Uri("/api/v1/format_query", UriKind.Relative), form);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.TryGetProperty("data", out var data) ? data.GetString() : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task<IReadOnlyList<RuleState>?> WaitUntil(TimeSpan limit, Func<IReadOnlyList<RuleState>, bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < limit && !_process.HasExited)
        {
            var rules = await TryReadRules();
            if (rules.Count > 0 && condition(rules))
            {
                return rules;
            }

            await Task.Delay(Pause);
        }

        return null;
    }

    private async Task<IReadOnlyList<RuleState>> TryReadRules()
    {
        try
        {
            using var document = JsonDocument.Parse(await _http.GetStringAsync(new Uri("/api/v1/rules", UriKind.Relative)));
            return
            [
                .. document.RootElement.GetProperty("data").GetProperty("groups").EnumerateArray()
                    .SelectMany(group => group.GetProperty("rules").EnumerateArray().Select(rule => new RuleState(
                        group.GetProperty("file").GetString() ?? "",
                        group.GetProperty("name").GetString() ?? "",
                        rule.GetProperty("name").GetString() ?? "",
                        rule.GetProperty("query").GetString() ?? "",
                        rule.GetProperty("health").GetString() ?? "",
                        rule.TryGetProperty("lastError", out var error) ? error.GetString() ?? "" : ""))),
            ];
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A rule as the server sees it.</summary>
/// <param name="File">Path of its file.</param>
/// <param name="Group">Name of its group.</param>
/// <param name="Name">Name of what it records, or of the alert.</param>
/// <param name="Query">Its expression as the server prints it.</param>
/// <param name="Health"><c>ok</c>, <c>err</c>, or <c>unknown</c> before it was evaluated.</param>
/// <param name="LastError">Why the last evaluation failed; empty where it did not.</param>
public sealed record RuleState(string File, string Group, string Name, string Query, string Health, string LastError);
