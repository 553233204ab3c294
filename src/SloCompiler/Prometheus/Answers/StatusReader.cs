using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SloCompiler.PromQL;

namespace SloCompiler.Prometheus.Answers;

/// <summary>Reads what a server says of itself; null where it is not what the API answers.</summary>
internal static class StatusReader
{
    public static SeriesAnswer? Series(JsonElement root, int limit)
    {
        if (root.Member("data") is not { ValueKind: JsonValueKind.Array } data)
        {
            return null;
        }

        var isCut = data.GetArrayLength() > limit || root.TextsOf("warnings").Any(w => w.Contains("limit", StringComparison.Ordinal));
        return new SeriesAnswer([.. data.EnumerateArray().Take(limit).Select(item => item.Labels())], isCut);
    }

    public static NamesAnswer? Names(JsonElement root) => root.Member("data") is { ValueKind: JsonValueKind.Array }
        ? new NamesAnswer([.. root.TextsOf("data").Order(StringComparer.Ordinal)])
        : null;

    public static MetadataAnswer? Metadata(JsonElement root)
    {
        if (root.Member("data") is not { ValueKind: JsonValueKind.Object } data)
        {
            return null;
        }

        var metrics = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<MetricMetadata>>(StringComparer.Ordinal);
        foreach (var metric in data.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.Array))
        {
            metrics[metric.Name] = [.. metric.Value.EnumerateArray().Select(m => new MetricMetadata(m.TextOf("type") ?? "unknown", m.TextOf("help") ?? "", m.TextOf("unit") ?? ""))];
        }

        return new MetadataAnswer(metrics.ToImmutable());
    }

    public static TargetsAnswer? Targets(JsonElement root)
    {
        if (root.Member("data") is not { } data || data.Member("activeTargets") is not { ValueKind: JsonValueKind.Array })
        {
            return null;
        }

        return new TargetsAnswer([.. data.ItemsOf("activeTargets").Select(TargetOf)]);
    }

    public static FlagsAnswer? Flags(JsonElement root) => root.Member("data") is { ValueKind: JsonValueKind.Object } data
        ? new FlagsAnswer(data.Labels().Pairs.ToImmutableSortedDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal))
        : null;

    public static RulesAnswer? Rules(JsonElement root)
    {
        if (root.Member("data") is not { } data || data.Member("groups") is not { ValueKind: JsonValueKind.Array })
        {
            return null;
        }

        return new RulesAnswer([.. data.ItemsOf("groups").Select(GroupOf)]);
    }

    public static BuildAnswer? Build(JsonElement root) => root.Member("data") is { } data && data.TextOf("version") is { } version
        ? new BuildAnswer(data.TextOf("application") ?? "", version)
        : null;

    public static RuntimeAnswer? Runtime(JsonElement root) => root.Member("data") is { ValueKind: JsonValueKind.Object } data
        ? new RuntimeAnswer(data.TextOf("storageRetention") ?? "", TimeOf(data.TextOf("startTime")))
        : null;

    private static DateTimeOffset? TimeOf(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static ScrapeTarget TargetOf(JsonElement target) => new(
        target.Member("labels")?.Labels() ?? SeriesLabels.None,
        target.TextOf("scrapePool") ?? "",
        PrometheusDuration.TryParse(target.TextOf("scrapeInterval") ?? "", out var interval) ? TimeSpan.FromMilliseconds(interval.Milliseconds) : null,
        target.TextOf("health") ?? "unknown");

    private static LoadedGroup GroupOf(JsonElement group) => new(
        group.TextOf("name") ?? "",
        group.TextOf("file") ?? "",
        group.SecondsOf("interval") ?? TimeSpan.Zero,
        group.SecondsOf("evaluationTime") ?? TimeSpan.Zero,
        [.. group.ItemsOf("rules").Select(RuleOf)]);

    private static LoadedRule RuleOf(JsonElement rule) => new(
        rule.TextOf("name") ?? "",
        rule.TextOf("type") == "alerting",
        rule.TextOf("query") ?? "",
        rule.Member("labels")?.Labels() ?? SeriesLabels.None,
        rule.TextOf("health") ?? "unknown",
        rule.TextOf("lastError") ?? "",
        rule.TextOf("state") ?? "",
        rule.SecondsOf("evaluationTime") ?? TimeSpan.Zero);
}
