namespace SloCompiler.PromQL.Meaning.Quantities;

/// <summary>
/// What the name of a metric suggests, by the conventions of Prometheus. A guess: real metrics break the conventions, so that
/// nothing else here uses it, and no finding above information should.
/// </summary>
public static class NameHints
{
    /// <summary>The quantity that a name suggests; unknown where it suggests none.</summary>
    /// <param name="metricName">Name of a series.</param>
    public static Quantity Of(string metricName)
    {
        var (stem, kind) = metricName switch
        {
            _ when metricName.EndsWith("_bucket", StringComparison.Ordinal) => (metricName[..^"_bucket".Length], QuantityKind.HistogramBucket),
            _ when metricName.EndsWith("_count", StringComparison.Ordinal) => (metricName[..^"_count".Length], QuantityKind.HistogramCount),
            _ when metricName.EndsWith("_sum", StringComparison.Ordinal) => (metricName[..^"_sum".Length], QuantityKind.HistogramSum),
            _ when metricName.EndsWith("_total", StringComparison.Ordinal) => (metricName[..^"_total".Length], QuantityKind.Counter),
            _ when metricName.EndsWith("_info", StringComparison.Ordinal) => ("", QuantityKind.Info),
            _ when metricName.EndsWith("_created", StringComparison.Ordinal) || metricName.EndsWith("_timestamp_seconds", StringComparison.Ordinal)
                => ("_seconds", QuantityKind.Timestamp),
            _ => (metricName, QuantityKind.Unknown),
        };
        var unit = UnitOf(stem);
        return kind switch
        {
            QuantityKind.HistogramBucket or QuantityKind.HistogramCount => Quantity.Count(kind) with { Observed = unit },
            QuantityKind.Counter => new Quantity(kind, unit ?? Unit.One),
            QuantityKind.Info => Quantity.Count(kind),
            QuantityKind.Unknown when unit == Unit.One => new Quantity(QuantityKind.Ratio, unit),
            QuantityKind.Unknown when unit == Unit.Percent => new Quantity(QuantityKind.Percent, unit),
            _ => new Quantity(kind, unit),
        };
    }

    private static Unit? UnitOf(string name) => name[(name.LastIndexOf('_') + 1)..] switch
    {
        var last when last.Length == name.Length => null,
        "seconds" or "milliseconds" or "microseconds" or "nanoseconds" or "minutes" or "hours" or "days" or "ms" or "us" or "ns"
            or "bytes" or "bits" or "kilobytes" or "megabytes" or "kibibytes" or "mebibytes" or "ratio" or "percent" or "celsius"
            or "volts" or "amperes" or "joules" or "watts" or "hertz" or "meters" or "grams" => Unit.Parse(name[(name.LastIndexOf('_') + 1)..]),
        _ => null,
    };
}
