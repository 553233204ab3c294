using System.Collections.Frozen;

namespace SloCompiler.Language.Reading;

/// <summary>Which names labels may have, and which ones are taken.</summary>
internal static class LabelNames
{
    /// <summary>Labels that identify series and alerts.</summary>
    public static FrozenSet<string> Identity { get; } = Set("service", "slo", "alertname", "severity", "period");

    /// <summary>Not for metadata: identity, and the columns that <c>slo:info</c> has anyway.</summary>
    public static FrozenSet<string> ReservedAsMetadata { get; } =
        Set([.. Identity, "title", "owner", "objective", "window", "indicator", "runbook_url", "dashboard_uid", "le", "quantile"]);

    /// <summary>Not for labels of alerts.</summary>
    public static FrozenSet<string> ReservedOnAlerts { get; } = Set([.. Identity, "tier"]);

    /// <summary>Not for annotations: they have keys of their own.</summary>
    public static FrozenSet<string> ReservedAnnotations { get; } = Set("summary", "description", "runbook_url", "dashboard_url");

    /// <summary>Not for grouping: labels of recorded series and alerts, and of histograms.</summary>
    public static FrozenSet<string> ReservedForGrouping { get; } = Set([.. Identity, "tier", "le", "quantile"]);

    /// <summary>Whether Prometheus takes the name and nothing reserves it by its underscores.</summary>
    public static bool IsValid(string name)
        => name.Length > 0
            && !char.IsAsciiDigit(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            && !name.StartsWith("__", StringComparison.Ordinal);

    private static FrozenSet<string> Set(params IEnumerable<string> names) => names.ToFrozenSet(StringComparer.Ordinal);
}
