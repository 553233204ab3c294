using System.Globalization;
using System.Text.Json;

namespace SloCompiler.Benchmarks.ServerCost;

/// <summary>What the rules of a span of time read, by the log that the server keeps of its queries.</summary>
/// <param name="Queries">Evaluations of rules.</param>
/// <param name="Samples">Samples that they read.</param>
/// <param name="Seconds">Time that they took, by the wall.</param>
internal sealed record QueryLog(int Queries, long Samples, double Seconds)
{
    /// <summary>Sums the queries that ended in a span of time.</summary>
    public static QueryLog Read(string path, DateTimeOffset from, DateTimeOffset until)
    {
        var sum = new QueryLog(0, 0, 0);
        using var lines = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (lines.ReadLine() is { } line)
        {
            using var entry = JsonDocument.Parse(line);
            var time = DateTimeOffset.Parse(entry.RootElement.GetProperty("ts").GetString() ?? "", CultureInfo.InvariantCulture);
            if (time < from || time >= until || !entry.RootElement.TryGetProperty("ruleGroup", out _))
            {
                continue;
            }

            var stats = entry.RootElement.GetProperty("stats");
            sum = new QueryLog(
                sum.Queries + 1,
                sum.Samples + stats.GetProperty("samples").GetProperty("totalQueryableSamples").GetInt64(),
                sum.Seconds + stats.GetProperty("timings").GetProperty("evalTotalTime").GetDouble());
        }

        return sum;
    }
}
