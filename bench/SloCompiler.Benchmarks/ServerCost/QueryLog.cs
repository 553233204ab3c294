using System.Globalization;
using System.Text.Json;

namespace SloCompiler.Benchmarks.ServerCost;

/// <summary>What the rules of a span of time read, by the log that the server keeps of its queries.</summary>
/// <param name="Queries">Evaluations of rules.</param>
/// <param name="Samples">Samples that they read.</param>
/// <param name="Once">Samples that evaluating each rule once reads; a busy server evaluates some less often than others.</param>
/// <param name="Seconds">Time that they took, by the wall.</param>
internal sealed record QueryLog(int Queries, long Samples, double Once, double Seconds)
{
    /// <summary>Sums the queries that ended in a span of time.</summary>
    public static QueryLog Read(string path, DateTimeOffset from, DateTimeOffset until)
    {
        var ofRules = new Dictionary<(string? Group, string? Query), (int Count, long Samples, double Seconds)>();
        using var lines = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (lines.ReadLine() is { } line)
        {
            using var entry = JsonDocument.Parse(line);
            var root = entry.RootElement;
            var time = DateTimeOffset.Parse(root.GetProperty("ts").GetString() ?? "", CultureInfo.InvariantCulture);
            if (time < from || time >= until || !root.TryGetProperty("ruleGroup", out var group))
            {
                continue;
            }

            var stats = root.GetProperty("stats");
            var rule = (group.GetProperty("name").GetString(), root.GetProperty("params").GetProperty("query").GetString());
            var (count, samples, seconds) = ofRules.GetValueOrDefault(rule);
            ofRules[rule] = (
                count + 1,
                samples + stats.GetProperty("samples").GetProperty("totalQueryableSamples").GetInt64(),
                seconds + stats.GetProperty("timings").GetProperty("evalTotalTime").GetDouble());
        }

        var sums = ofRules.Values;
        return new QueryLog(
            sums.Sum(r => r.Count), sums.Sum(r => r.Samples), sums.Sum(r => (double)r.Samples / r.Count), sums.Sum(r => r.Seconds));
    }
}
