namespace SloCompiler.PromQL.Meaning.Quantities;

/// <summary>What the series of a metric measure.</summary>
internal static class DeclaredQuantity
{
    /// <summary>What a declaration says. Counters without a unit count something.</summary>
    public static Quantity Of(MetricFacts facts)
    {
        var unit = facts.Unit is null ? null : Unit.Parse(facts.Unit);
        return facts.Kind switch
        {
            MetricKind.Counter => new Quantity(QuantityKind.Counter, unit ?? Unit.One),
            MetricKind.Gauge => OfGauge(facts.Unit, unit),
            MetricKind.HistogramBucket => Quantity.Count(QuantityKind.HistogramBucket) with { Observed = unit },
            MetricKind.HistogramCount or MetricKind.SummaryCount => Quantity.Count(QuantityKind.HistogramCount) with { Observed = unit },
            MetricKind.HistogramSum or MetricKind.SummarySum => new Quantity(QuantityKind.HistogramSum, unit),
            MetricKind.NativeHistogram => new Quantity(QuantityKind.NativeHistogram, null) { Observed = unit },
            MetricKind.SummaryQuantile => new Quantity(QuantityKind.Quantile, unit),
            MetricKind.Info => Quantity.Count(QuantityKind.Info),
            _ => Quantity.Unknown,
        };
    }

    /// <summary>What is known of the series that Prometheus makes itself.</summary>
    public static Quantity WellKnown(string name) => name switch
    {
        "up" => Quantity.Count(QuantityKind.Boolean),
        "ALERTS" => Quantity.Count(QuantityKind.Boolean),
        "ALERTS_FOR_STATE" => new Quantity(QuantityKind.Timestamp, Unit.Seconds),
        "scrape_duration_seconds" => new Quantity(QuantityKind.Duration, Unit.Seconds),
        _ => Quantity.Unknown,
    };

    private static Quantity OfGauge(string? name, Unit? unit) => name switch
    {
        "ratio" => new Quantity(QuantityKind.Ratio, Unit.One),
        "percent" or "%" => new Quantity(QuantityKind.Percent, Unit.Percent),
        "timestamp" or "timestamp_seconds" or "unixtime" => new Quantity(QuantityKind.Timestamp, Unit.Seconds),
        "timestamp_milliseconds" => new Quantity(QuantityKind.Timestamp, Unit.Parse("milliseconds")),
        _ => new Quantity(QuantityKind.Gauge, unit),
    };
}
