namespace SloCompiler.PromQL.Meaning.Quantities;

/// <summary>What functions make of quantities.</summary>
internal static class CallRules
{
    /// <summary>The quantity of a call.</summary>
    public static Quantity Call(string function, ReadOnlySpan<Quantity> arguments) => arguments.Length switch
    {
        0 => OfNothing(function),
        > 1 when function is "histogram_quantile" => Quantile(arguments[1]),
        > 1 when function is "quantile_over_time" => arguments[1] with { Constant = null },
        > 1 when function is "min_of" or "max_of" => QuantityRules.Either(arguments[0], arguments[1]),
        _ => OfFirst(function, arguments[0]),
    };

    private static Quantity OfNothing(string function) => function switch
    {
        "time" or "start" or "end" => new Quantity(QuantityKind.Timestamp, Unit.Seconds),
        "step" or "range" => new Quantity(QuantityKind.Duration, Unit.Seconds),
        "pi" => Quantity.Number(Math.PI),
        _ => Calendar,
    };

    // Numbers of hours, days or months, which arithmetic mixes with seconds that it has divided.
    private static Quantity Calendar { get; } = new(QuantityKind.Number, null);

    private static Quantity OfFirst(string function, Quantity x) => function switch
    {
        "vector" or "scalar" => x,
        "abs" or "ceil" or "floor" or "round" or "clamp" or "clamp_min" or "clamp_max" or "sort" or "sort_desc" or "sort_by_label"
            or "sort_by_label_desc" or "label_replace" or "label_join" or "info" or "avg_over_time" or "min_over_time"
            or "max_over_time" or "last_over_time" or "first_over_time" => Average(function, x),
        "rate" or "irate" or "deriv" => Rate(x),
        "increase" => Increase(x),
        "delta" or "idelta" or "predict_linear" or "holt_winters" or "double_exponential_smoothing" or "stddev_over_time"
            or "mad_over_time" => new Quantity(x.Kind is QuantityKind.Timestamp ? QuantityKind.Duration : QuantityKind.Gauge, x.Unit),
        "sum_over_time" => x with { Kind = x.Kind is QuantityKind.Ratio or QuantityKind.Percent or QuantityKind.Boolean ? QuantityKind.Gauge : x.Kind },
        "stdvar_over_time" => new Quantity(QuantityKind.Gauge, x.Unit?.ToPower(2)),
        "count_over_time" or "changes" or "resets" or "sgn" or "histogram_stdvar" => Quantity.Count(QuantityKind.Number),
        "absent" or "absent_over_time" or "present_over_time" => Quantity.Count(QuantityKind.Boolean),
        "timestamp" or "start_timestamp" or "ts_of_first_over_time" or "ts_of_last_over_time" or "ts_of_max_over_time"
            or "ts_of_min_over_time" => new Quantity(QuantityKind.Timestamp, Unit.Seconds),
        "hour" or "minute" or "month" or "year" or "day_of_month" or "day_of_week" or "day_of_year" or "days_in_month"
            => Calendar,
        "histogram_count" => x.IsRated ? Rate(Quantity.Count(QuantityKind.HistogramCount)) : Quantity.Count(QuantityKind.HistogramCount),
        "histogram_sum" => x.IsRated ? Rate(new Quantity(QuantityKind.HistogramSum, x.Observed)) : new Quantity(QuantityKind.HistogramSum, x.Observed),
        "histogram_avg" or "histogram_stddev" => new Quantity(QuantityKind.Gauge, x.Observed),
        "histogram_fraction" => new Quantity(QuantityKind.Ratio, Unit.One),
        "histogram_quantiles" => Quantile(x),
        _ => Quantity.Unknown,
    };

    private static Quantity Average(string function, Quantity x)
        => function == "avg_over_time" && x.Kind == QuantityKind.Boolean ? new Quantity(QuantityKind.Ratio, Unit.One) : x with { Constant = null };

    // Buckets and native histograms stay what they are, so that a quantile can follow.
    private static Quantity Rate(Quantity x) => x.Kind is QuantityKind.HistogramBucket or QuantityKind.NativeHistogram
        ? x with { IsRated = true, Unit = x.Unit?.Over(Unit.Seconds) }
        : x.Unit?.Over(Unit.Seconds) is not { } unit
            ? new Quantity(x.Kind == QuantityKind.Unknown ? QuantityKind.Unknown : QuantityKind.Rate, null) { IsRated = true }
            : new Quantity(unit == Unit.One ? QuantityKind.Ratio : QuantityKind.Rate, unit) { IsRated = true };

    private static Quantity Increase(Quantity x) => x.Kind is QuantityKind.HistogramBucket or QuantityKind.NativeHistogram
        ? x with { IsRated = true }
        : new Quantity(x.Kind == QuantityKind.Unknown ? QuantityKind.Unknown : QuantityKind.Increase, x.Unit) { IsRated = true };

    private static Quantity Quantile(Quantity buckets) => buckets.Kind is QuantityKind.HistogramBucket or QuantityKind.NativeHistogram
        ? new Quantity(QuantityKind.Quantile, buckets.Observed)
        : Quantity.Unknown;
}
