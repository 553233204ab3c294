using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Core;

namespace SloCompiler.Benchmarks.ServerCost;

/// <summary>Lets a real Prometheus evaluate the rules of each profile over the same counters, one profile at a time.</summary>
internal static class ServerCostCommand
{
    private static readonly ImmutableArray<string> Profiles = ["native", "sloth", "pyrra"];

    // Groups start spread over their interval; the longest interval is two minutes.
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(2.5);

    /// <summary>Measures, and prints a table.</summary>
    /// <param name="services">The services.</param>
    /// <param name="history">How long the counters have existed.</param>
    /// <param name="span">How long each profile is measured: a multiple of two minutes.</param>
    /// <param name="output">Where the table goes.</param>
    public static async Task RunAsync(SyntheticServices services, TimeSpan history, TimeSpan span, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("slo-server-cost-").FullName;
        try
        {
            using var server = await MeasuredServer.StartAsync(folder);
            var rules = Profiles.ToDictionary(profile => profile, services.RulesOf, StringComparer.Ordinal);
            Series[] counters = [.. services.Counters(history)];
            var feed = new SeriesFeed(server.Http, [.. counters, .. rules.Values.SelectMany(files => RecordedPast.Of(files))]);
            await feed.WritePastAsync(share => Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rwriting history: {share:P0} ")));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feed.Samples:N0} samples"));
            using var stop = new CancellationTokenSource();
            var present = feed.WritePresentAsync(counters.Contains, stop.Token);
            var rows = new List<Row> { await MeasureAsync(server, "no rules", null, span) };
            foreach (var profile in Profiles)
            {
                Write(Path.Combine(folder, profile), rules[profile]);
                rows.Add(await MeasureAsync(server, profile, profile + "/*.yml", span));
                Console.Error.WriteLine(rows[^1]);
            }

            await stop.CancelAsync();
            await present;
            await PrintAsync(rows, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, ImmutableArray<SloText> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file.Path)), file.Content);
        }
    }

    private static async Task<Row> MeasureAsync(MeasuredServer server, string profile, string? files, TimeSpan span)
    {
        await server.EvaluateAsync(files);
        await Task.Delay(WarmUp);
        var start = DateTimeOffset.UtcNow;
        var cpu = await server.MetricAsync("process_cpu_seconds_total");
        await Task.Delay(span);
        cpu = await server.MetricAsync("process_cpu_seconds_total") - cpu;
        return new Row(
            profile,
            QueryLog.Read(server.QueryLogPath, start, start + span),
            cpu,
            await server.MetricAsync("prometheus_rule_group_last_duration_seconds"),
            await server.MetricAsync("prometheus_rule_group_iterations_missed_total"),
            await server.MetricAsync("prometheus_rule_evaluation_failures_total"),
            span.TotalMinutes);
    }

    private static async Task PrintAsync(List<Row> rows, TextWriter output)
    {
        var (idle, native) = (rows[0], rows[1]);
        await output.WriteLineAsync("| rules | queries/min | samples read/min | ratio | samples of each rule once | ratio | CPU s/min, less that without rules | ratio | one evaluation of all groups, s | missed | failed |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in rows.Skip(1))
        {
            var cpu = (row.Cpu - idle.Cpu) / row.Minutes;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Profile} | {row.Log.Queries / row.Minutes:N0} | {row.Log.Samples / row.Minutes:N0} | {(double)row.Log.Samples / native.Log.Samples:F1} | {row.Log.Once:N0} | {row.Log.Once / native.Log.Once:F1} | {cpu:F2} | {(row.Cpu - idle.Cpu) / (native.Cpu - idle.Cpu):F1} | {row.LastDurations:F2} | {row.Missed:F0} | {row.Failures:F0} |"));
        }
    }

    private sealed record Row(string Profile, QueryLog Log, double Cpu, double LastDurations, double Missed, double Failures, double Minutes);
}
