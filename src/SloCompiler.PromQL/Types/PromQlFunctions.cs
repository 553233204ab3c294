using System.Collections.Frozen;
using System.Collections.Immutable;
using static SloCompiler.PromQL.Types.PromQlType;

namespace SloCompiler.PromQL.Types;

/// <summary>The functions of PromQL. A new one is a row here.</summary>
public static class PromQlFunctions
{
    /// <summary>All functions, by name; also those that newer versions have removed.</summary>
    public static ImmutableArray<PromQlFunction> All { get; } = [.. Table().OrderBy(f => f.Name, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, PromQlFunction> ByName =
        All.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PromQlFunction>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The function of a name; null where PromQL has none.</summary>
    public static PromQlFunction? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The table's own copy of a name, so that trees share it; null where PromQL has no such function.</summary>
    internal static string? SharedName(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var function) ? function.Name : null;

    private static IEnumerable<PromQlFunction> Table() =>
    [
        .. VectorFunctions(),
        .. RangeFunctions(),
        .. HistogramFunctions(),
        .. CalendarFunctions(),
        .. LabelFunctions(),
        .. ScalarFunctions(),
    ];

    private static PromQlFunction Of(string name, params ImmutableArray<PromQlType> parameters) => new(name, parameters, InstantVector);

    private static PromQlFunction OfVector(string name, string? since = null) => Of(name, InstantVector) with { Since = since };

    private static PromQlFunction OfRange(string name, string? since = null) => Of(name, RangeVector) with { Since = since };

    private static PromQlFunction Experimental(PromQlFunction function, string? since)
        => function with { IsExperimental = true, Since = since };

    private static IEnumerable<PromQlFunction> VectorFunctions() =>
    [
        OfVector("abs"), OfVector("absent"), OfVector("ceil"), OfVector("exp"), OfVector("floor"), OfVector("ln"), OfVector("log10"),
        OfVector("log2"), OfVector("sort"), OfVector("sort_desc"), OfVector("sqrt"), OfVector("timestamp", "2.0"),
        OfVector("sgn", "2.26"),
        OfVector("acos", "2.31"), OfVector("acosh", "2.31"), OfVector("asin", "2.31"), OfVector("asinh", "2.31"),
        OfVector("atan", "2.31"), OfVector("atanh", "2.31"), OfVector("cos", "2.31"), OfVector("cosh", "2.31"),
        OfVector("sin", "2.31"), OfVector("sinh", "2.31"), OfVector("tan", "2.31"), OfVector("tanh", "2.31"),
        OfVector("deg", "2.31"), OfVector("rad", "2.31"),
        Of("clamp", InstantVector, Scalar, Scalar) with { Since = "2.26" },
        Of("clamp_max", InstantVector, Scalar),
        Of("clamp_min", InstantVector, Scalar),
        Of("round", InstantVector, Scalar) with { MinArguments = 1 },
        Experimental(OfVector("start_timestamp"), null),
        Experimental(Of("info", InstantVector, InstantVector) with { MinArguments = 1 }, "3.0"),
    ];

    private static IEnumerable<PromQlFunction> RangeFunctions() =>
    [
        OfRange("absent_over_time", "2.16"), OfRange("avg_over_time"), OfRange("changes"), OfRange("count_over_time"),
        OfRange("delta"), OfRange("deriv"), OfRange("idelta"), OfRange("increase"), OfRange("irate"),
        OfRange("last_over_time", "2.26"), OfRange("max_over_time"), OfRange("min_over_time"), OfRange("present_over_time", "2.29"),
        OfRange("rate"), OfRange("resets"), OfRange("stddev_over_time"), OfRange("stdvar_over_time"), OfRange("sum_over_time"),
        Of("predict_linear", RangeVector, Scalar),
        Of("quantile_over_time", Scalar, RangeVector),
        Of("holt_winters", RangeVector, Scalar, Scalar) with { RemovedIn = "3.0" },
        Experimental(Of("double_exponential_smoothing", RangeVector, Scalar, Scalar), "3.0"),
        Experimental(OfRange("first_over_time"), "3.7"),
        Experimental(OfRange("mad_over_time"), "2.53"),
        Experimental(OfRange("ts_of_first_over_time"), "3.7"),
        Experimental(OfRange("ts_of_last_over_time"), "3.5"),
        Experimental(OfRange("ts_of_max_over_time"), "3.5"),
        Experimental(OfRange("ts_of_min_over_time"), "3.5"),
    ];

    private static IEnumerable<PromQlFunction> HistogramFunctions() =>
    [
        OfVector("histogram_avg", "2.52"), OfVector("histogram_count", "2.40"), OfVector("histogram_sum", "2.40"),
        OfVector("histogram_stddev", "2.48"), OfVector("histogram_stdvar", "2.48"),
        Of("histogram_fraction", Scalar, Scalar, InstantVector) with { Since = "2.40" },
        Of("histogram_quantile", Scalar, InstantVector),
        Experimental(
            Of("histogram_quantiles", InstantVector, PromQlType.String, Scalar) with { MaxArguments = 12 },
            null),
    ];

    // Without an argument they look at the evaluation time.
    private static PromQlFunction OfTime(string name, string? since = null) => OfVector(name, since) with { MinArguments = 0 };

    private static IEnumerable<PromQlFunction> CalendarFunctions() =>
    [
        OfTime("days_in_month"), OfTime("day_of_month"), OfTime("day_of_week"), OfTime("day_of_year", "2.37"), OfTime("hour"),
        OfTime("minute"), OfTime("month"), OfTime("year"),
    ];

    private static IEnumerable<PromQlFunction> LabelFunctions() =>
    [
        Of("label_replace", InstantVector, PromQlType.String, PromQlType.String, PromQlType.String, PromQlType.String),
        Of("label_join", InstantVector, PromQlType.String, PromQlType.String, PromQlType.String) with
        {
            MinArguments = 3, MaxArguments = null,
        },
        Experimental(Of("sort_by_label", InstantVector, PromQlType.String) with { MinArguments = 1, MaxArguments = null }, "2.49"),
        Experimental(
            Of("sort_by_label_desc", InstantVector, PromQlType.String) with { MinArguments = 1, MaxArguments = null }, "2.49"),
    ];

    private static IEnumerable<PromQlFunction> ScalarFunctions() =>
    [
        new("pi", [], Scalar) { Since = "2.31" },
        new("scalar", [InstantVector], Scalar),
        new("time", [], Scalar),
        new("vector", [Scalar], InstantVector),
        Experimental(new("start", [], Scalar), null),
        Experimental(new("end", [], Scalar), null),
        Experimental(new("step", [], Scalar), null),
        Experimental(new("range", [], Scalar), null),
        Experimental(new("min_of", [Scalar, Scalar], Scalar), null),
        Experimental(new("max_of", [Scalar, Scalar], Scalar), null),
    ];
}
