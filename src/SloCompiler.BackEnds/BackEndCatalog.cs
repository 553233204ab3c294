using System.Collections.Immutable;
using SloCompiler.BackEnds.Grafana;
using SloCompiler.BackEnds.Prometheus;

namespace SloCompiler.BackEnds;

/// <summary>All back ends, in the order in which they run.</summary>
public static class BackEndCatalog
{
    /// <summary>The back ends.</summary>
    public static ImmutableArray<IBackEnd> All { get; } =
    [
        new PrometheusBackEnd(),
        new GrafanaBackEnd(),
    ];
}
