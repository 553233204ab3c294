using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Prometheus.Answers;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Versions;

namespace SloCompiler.Online;

/// <summary>What a server says of itself; null and empty where it does not say.</summary>
internal sealed record ServerFacts
{
    private const long DefaultMaxSamples = 50_000_000;

    /// <summary>Nothing.</summary>
    public static ServerFacts None { get; } = new();

    public BuildAnswer? Build { get; init; }

    public FlagsAnswer? Flags { get; init; }

    public RuntimeAnswer? Runtime { get; init; }

    public MetadataAnswer? Metadata { get; init; }

    public TargetsAnswer? Targets { get; init; }

    public RulesAnswer? Rules { get; init; }

    /// <summary>Names of all metrics, by ordinal order.</summary>
    public ImmutableArray<string> MetricNames { get; init; } = [];

    /// <summary>Its name and version; null where it does not say.</summary>
    public string? Name => Build is null ? null : $"{(Build.Application.Length > 0 ? Build.Application : "Prometheus")} {Build.Version}".Trim();

    /// <summary>What expressions it reads; null where it is not Prometheus itself, whose versions are known.</summary>
    public PrometheusTarget? Target
    {
        get
        {
            if (Build is not { Application: "" or "Prometheus" } || PrometheusRelease.Parse(Release(Build.Version)) is not { } release)
            {
                return null;
            }

            var flags = Flag("enable-feature")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new PrometheusTarget(release) { Flags = flags is null ? default : [.. flags] };
        }
    }

    /// <summary>How long samples are kept; null where it does not say, or keeps them by size only.</summary>
    public PrometheusDuration? Retention
        => DurationOf(Runtime?.Retention.Split(" or ")[0]) ?? DurationOf(Flag("storage.tsdb.retention.time"));

    /// <summary>How far back it looks for a sample; null where it does not say.</summary>
    public PrometheusDuration? Lookback => DurationOf(Flag("query.lookback-delta"));

    /// <summary>Most samples that it reads for a query.</summary>
    public long MaxSamples
        => long.TryParse(Flag("query.max-samples"), NumberStyles.None, CultureInfo.InvariantCulture, out var samples) && samples > 0 ? samples : DefaultMaxSamples;

    private string? Flag(string name) => Flags?.Flags.GetValueOrDefault(name);

    private static PrometheusDuration? DurationOf(string? text)
        => text is not null && PrometheusDuration.TryParse(text, out var duration) && duration.Milliseconds > 0 ? duration : null;

    // 3.5.0-rc.1 and 2.42.0+ds are of the releases 3.5 and 2.42.
    private static string Release(string version) => string.Join('.', version.Split('-', '+')[0].Split('.').Take(2));
}
