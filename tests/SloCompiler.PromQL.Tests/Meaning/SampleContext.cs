using System.Collections.Immutable;
using SloCompiler.PromQL.Meaning;

namespace SloCompiler.PromQL.Tests.Meaning;

/// <summary>The metrics and recording rules that the case files of meaning speak of.</summary>
internal sealed class SampleContext : IMetricFacts, IRecordedSeries
{
    private static readonly ImmutableArray<LabelFacts> Labels = [new("job", []), new("mode", ["idle", "user"])];

    private static readonly Dictionary<string, MetricFacts> Metrics = new(StringComparer.Ordinal)
    {
        ["requests_total"] = Of(MetricKind.Counter, null),
        ["sent_bytes_total"] = Of(MetricKind.Counter, "bytes"),
        ["cpu_seconds_total"] = Of(MetricKind.Counter, "seconds"),
        ["temperature"] = Of(MetricKind.Gauge, "celsius") with { Min = -50, Max = 60 },
        ["queue"] = Of(MetricKind.Gauge, null) with { Min = 0 },
        ["limit"] = Of(MetricKind.Gauge, null) with { Min = 1, Max = 1000 },
        ["used_bytes"] = Of(MetricKind.Gauge, "bytes") with { Min = 0 },
        ["free_bytes"] = Of(MetricKind.Gauge, "bytes") with { Min = 0 },
        ["healthy"] = Of(MetricKind.Gauge, "ratio") with { Min = 0, Max = 1 },
        ["load_percent"] = Of(MetricKind.Gauge, "percent") with { Min = 0, Max = 100 },
        ["delay_ms"] = Of(MetricKind.Gauge, "milliseconds") with { Min = 0 },
        ["age_seconds"] = Of(MetricKind.Gauge, "seconds") with { Min = 0 },
        ["started_seconds"] = Of(MetricKind.Gauge, "timestamp"),
        ["build_info"] = Of(MetricKind.Info, null),
        ["latency_seconds_bucket"] = Of(MetricKind.HistogramBucket, "seconds") with { Buckets = [0.1, 0.5, 1] },
        ["latency_seconds_sum"] = Of(MetricKind.HistogramSum, "seconds"),
        ["latency_seconds_count"] = Of(MetricKind.HistogramCount, "seconds"),
        ["native_seconds"] = Of(MetricKind.NativeHistogram, "seconds"),
        ["rpc_seconds"] = Of(MetricKind.SummaryQuantile, "seconds"),
    };

    private static readonly Dictionary<string, ImmutableArray<RecordedSeries>> Records = new(StringComparer.Ordinal)
    {
        ["job:requests:rate5m"] = [Record("job:requests:rate5m", "sum by (job) (rate(requests_total[5m]))")],
        ["job:errors:ratio"] = [Record("job:errors:ratio", "sum(rate(errors_total[5m])) / sum(job:requests:rate5m)")],
        ["one:or:two"] = [Record("one:or:two", "vector(1)"), Record("one:or:two", "vector(2)")],
        ["self"] = [Record("self", "self + 1")],
        ["ping"] = [Record("ping", "pong * 2")],
        ["pong"] = [Record("pong", "abs(ping)")],
        ["reads:ping"] = [Record("reads:ping", "abs(ping)")],
        ["dead"] = [Record("dead", "count(requests_total) == 0")],
        ["free:bytes"] = [Record("free:bytes", "free_bytes")],
    };

    public static MeaningContext Context { get; } = new(new SampleContext(), new SampleContext());

    public MetricFacts? Find(string metricName) => Metrics.GetValueOrDefault(metricName);

    ImmutableArray<RecordedSeries> IRecordedSeries.Find(string metricName) => Records.GetValueOrDefault(metricName, []);

    private static MetricFacts Of(MetricKind kind, string? unit) => new(kind, unit, true, Labels);

    private static RecordedSeries Record(string name, string promql) => new(name, Parsed.Valid(promql), []);
}
