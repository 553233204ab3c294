namespace SloCompiler.PromQL.Meaning.Conditions;

/// <summary>The values of functions over ranges of samples, and of others that do not map samples one by one.</summary>
internal static class RangeFunctions
{
    /// <summary>Position of the argument whose samples a function works on.</summary>
    public static int VectorArgument(string function) => function switch
    {
        "quantile_over_time" => 1,
        "histogram_fraction" => 2,
        _ => 0,
    };

    /// <summary>The values whatever the samples are.</summary>
    public static ValueRange Certain(string function, ValueRange inner, ValueRange? parameter) => function switch
    {
        // Both take a fall for a reset, so that only negative samples make negative rates.
        "rate" or "increase" or "irate" => inner.MayBeNegative ? ValueRange.Anything
            : ValueRange.NotNegative with { MayBeNaN = inner.MayBeNaN || inner.MayBeInfinite, IsHighOpen = !inner.MayBeInfinite },
        "timestamp" or "ts_of_first_over_time" or "ts_of_last_over_time" or "ts_of_max_over_time" or "ts_of_min_over_time"
            or "start_timestamp" => ValueRange.Finite,
        _ => Common(function, inner, parameter),
    };

    /// <summary>The values for usual samples: what rates are taken of is not negative, time is after 1970.</summary>
    public static ValueRange Expected(string function, ValueRange inner, ValueRange? parameter) => function switch
    {
        "rate" or "increase" or "irate" => ValueRange.NotNegative,
        "timestamp" or "ts_of_first_over_time" or "ts_of_last_over_time" or "ts_of_max_over_time" or "ts_of_min_over_time"
            or "start_timestamp" => ValueRange.NotNegative,
        "delta" or "idelta" or "deriv" or "predict_linear" or "holt_winters" or "double_exponential_smoothing" => inner.MayBeInfinite
            ? ValueRange.Anything
            : ValueRange.Finite with { MayBeNaN = inner.MayBeNaN },
        _ => Common(function, inner, parameter),
    };

    private static ValueRange Common(string function, ValueRange inner, ValueRange? parameter) => function switch
    {
        "avg_over_time" => RangeMath.Mixed(inner),
        "min_over_time" or "max_over_time" or "last_over_time" or "first_over_time" or "info" => inner,
        "sum_over_time" => RangeMath.SumOf(inner),
        "count_over_time" => ValueRange.AtLeast(1),
        "present_over_time" => ValueRange.Of(1),
        "changes" or "resets" => ValueRange.NotNegative,
        "stddev_over_time" or "stdvar_over_time" or "mad_over_time"
            => ValueRange.NotNegative with { MayBeNaN = inner.MayBeNaN || inner.MayBeInfinite, IsHighOpen = !inner.MayBeInfinite },
        "quantile_over_time" when parameter is { HasNoNumber: false, MayBeNaN: false, Low: >= 0, High: <= 1 } => RangeMath.Interpolated(inner),
        "histogram_fraction" => new ValueRange(0, 1) { MayBeNaN = true },
        "histogram_count" => ValueRange.NotNegative,
        "histogram_stddev" or "histogram_stdvar" => ValueRange.NotNegative with { MayBeNaN = true },
        _ => ValueRange.Anything,
    };
}
