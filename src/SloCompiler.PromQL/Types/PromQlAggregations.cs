using System.Collections.Immutable;
using SloCompiler.PromQL.Versions;

namespace SloCompiler.PromQL.Types;

/// <summary>The aggregation operators.</summary>
public static class PromQlAggregations
{
    private static readonly Availability Limits = Availability.Behind(FeatureFlags.ExperimentalFunctions, 2, 54);

    /// <summary>All operators, by name.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "avg", "bottomk", "count", "count_values", "group", "limit_ratio", "limitk", "max", "min", "quantile", "stddev", "stdvar",
        "sum", "topk",
    ];

    /// <summary>The type of the parameter before the vector; null where there is none.</summary>
    public static PromQlType? ParameterType(string name) => name switch
    {
        "topk" or "bottomk" or "quantile" or "limitk" or "limit_ratio" => PromQlType.Scalar,
        "count_values" => PromQlType.String,
        _ => null,
    };

    /// <summary>The releases of Prometheus that have it.</summary>
    public static Availability AvailabilityOf(string name) => name is "limitk" or "limit_ratio" ? Limits : Availability.Always;

    /// <summary>Whether Prometheus offers it only behind a flag.</summary>
    public static bool IsExperimental(string name) => AvailabilityOf(name).IsExperimental;
}
