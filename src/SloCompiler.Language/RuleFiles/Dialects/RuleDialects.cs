using System.Collections.Immutable;

namespace SloCompiler.Language.RuleFiles.Dialects;

/// <summary>The dialects of rule files. A new one is one entry here.</summary>
public static class RuleDialects
{
    /// <summary>The fields of Prometheus 3.14, which every dialect has.</summary>
    public static ImmutableArray<RuleDialectField> CommonFields { get; } =
    [
        new(RuleScope.File, "groups", RuleValueKind.List),
        new(RuleScope.Group, "name", RuleValueKind.Text),
        new(RuleScope.Group, "interval", RuleValueKind.Duration),
        new(RuleScope.Group, "query_offset", RuleValueKind.Duration),
        new(RuleScope.Group, "limit", RuleValueKind.Number),
        new(RuleScope.Group, "labels", RuleValueKind.Mapping),
        new(RuleScope.Group, "rules", RuleValueKind.List),
        new(RuleScope.Rule, "record", RuleValueKind.Text),
        new(RuleScope.Rule, "alert", RuleValueKind.Text),
        new(RuleScope.Rule, "expr", RuleValueKind.Text),
        new(RuleScope.Rule, "for", RuleValueKind.Duration),
        new(RuleScope.Rule, "keep_firing_for", RuleValueKind.Duration),
        new(RuleScope.Rule, "labels", RuleValueKind.Mapping),
        new(RuleScope.Rule, "annotations", RuleValueKind.Mapping),
    ];

    /// <summary>Prometheus.</summary>
    public static RuleDialect Prometheus { get; } = new("prometheus", "Prometheus");

    /// <summary>Grafana Mimir.</summary>
    public static RuleDialect Mimir { get; } = new("mimir", "Mimir", RulerFields) { ReadsAllDocuments = true };

    /// <summary>Cortex.</summary>
    public static RuleDialect Cortex { get; } = new("cortex", "Cortex", RulerFields) { ReadsAllDocuments = true };

    /// <summary>Thanos Rule.</summary>
    public static RuleDialect Thanos { get; } = new("thanos", "Thanos", PartialResponseStrategy);

    /// <summary>vmalert of VictoriaMetrics.</summary>
    public static RuleDialect VictoriaMetrics { get; } = new(
        "victoriametrics",
        "VictoriaMetrics",
        new(RuleScope.Group, "type", RuleValueKind.Word, "prometheus", "graphite", "vlogs"),
        new(RuleScope.Group, "eval_offset", RuleValueKind.Duration),
        new(RuleScope.Group, "eval_delay", RuleValueKind.Duration),
        new(RuleScope.Group, "eval_alignment", RuleValueKind.Boolean),
        new(RuleScope.Group, "concurrency", RuleValueKind.Number),
        new(RuleScope.Group, "params", RuleValueKind.Mapping),
        new(RuleScope.Group, "headers", RuleValueKind.TextList),
        new(RuleScope.Group, "notifier_headers", RuleValueKind.TextList),
        new(RuleScope.Group, "tenant", RuleValueKind.Text),
        new(RuleScope.Group, "extra_filter_labels", RuleValueKind.Mapping),
        new(RuleScope.Group, "debug", RuleValueKind.Boolean),
        new(RuleScope.Rule, "debug", RuleValueKind.Boolean),
        new(RuleScope.Rule, "update_entries_limit", RuleValueKind.Number))
    {
        ReadsAllDocuments = true,
        IsMetricsQl = true,
    };

    /// <summary>All of them, Prometheus first.</summary>
    public static ImmutableArray<RuleDialect> All { get; } = [Prometheus, Mimir, Cortex, Thanos, VictoriaMetrics];

    /// <summary>The field that objects of the Prometheus operator may have for Thanos, whatever reads them.</summary>
    internal static RuleDialectField PartialResponseStrategy => new(RuleScope.Group, "partial_response_strategy", RuleValueKind.Word, "warn", "abort");

    private static ImmutableArray<RuleDialectField> RulerFields =>
    [
        new(RuleScope.File, "namespace", RuleValueKind.Text),
        new(RuleScope.Group, "source_tenants", RuleValueKind.TextList),
        new(RuleScope.Group, "evaluation_delay", RuleValueKind.Duration),
        new(RuleScope.Group, "align_evaluation_time_on_interval", RuleValueKind.Boolean),
        new(RuleScope.Group, "remote_write", RuleValueKind.List),
    ];
}
