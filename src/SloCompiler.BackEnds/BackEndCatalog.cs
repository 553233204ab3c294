using System.Collections.Immutable;
using SloCompiler.BackEnds.Alertmanager;
using SloCompiler.BackEnds.Catalog;
using SloCompiler.BackEnds.Grafana;
using SloCompiler.BackEnds.GrafanaOperator;
using SloCompiler.BackEnds.Kubernetes;
using SloCompiler.BackEnds.Loki;
using SloCompiler.BackEnds.Mimir;
using SloCompiler.BackEnds.Operator;
using SloCompiler.BackEnds.Prometheus;
using SloCompiler.BackEnds.Prometheus.UnitTests;
using SloCompiler.BackEnds.Rules;
using SloCompiler.BackEnds.Thanos;
using SloCompiler.BackEnds.VictoriaMetrics;

namespace SloCompiler.BackEnds;

/// <summary>All back ends, in the order in which they run.</summary>
public static class BackEndCatalog
{
    /// <summary>Those that run where nobody names targets: what one Prometheus, Alertmanager and Grafana need.</summary>
    public static ImmutableArray<IBackEnd> Default { get; } =
    [
        new PrometheusBackEnd(),
        new PrometheusTestBackEnd(),
        new AlertmanagerBackEnd(),
        new GrafanaBackEnd(),
        new CatalogBackEnd(),
    ];

    /// <summary>The back ends.</summary>
    public static ImmutableArray<IBackEnd> All { get; } =
    [
        .. Default,
        new OperatorBackEnd(),
        new MimirBackEnd(),
        new ThanosBackEnd(),
        new VictoriaMetricsBackEnd(),
        new LokiBackEnd(),
        new KubernetesBackEnd(),
        new GrafanaOperatorBackEnd(),
        new GrafanaResourceBackEnd(),
    ];

    /// <summary>Those that evaluate rules.</summary>
    public static ImmutableArray<RuleBackEnd> Rulers { get; } = [.. All.OfType<RuleBackEnd>()];
}
