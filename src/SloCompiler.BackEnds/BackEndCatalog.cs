using System.Collections.Immutable;
using SloCompiler.BackEnds.Alertmanager;
using SloCompiler.BackEnds.Catalog;
using SloCompiler.BackEnds.Grafana;
using SloCompiler.BackEnds.Prometheus;
using SloCompiler.BackEnds.Prometheus.UnitTests;

namespace SloCompiler.BackEnds;

/// <summary>All back ends, in the order in which they run.</summary>
public static class BackEndCatalog
{
    /// <summary>The back ends.</summary>
    public static ImmutableArray<IBackEnd> All { get; } =
    [
        new PrometheusBackEnd(),
        new PrometheusTestBackEnd(),
        new AlertmanagerBackEnd(),
        new GrafanaBackEnd(),
        new CatalogBackEnd(),
    ];
}
