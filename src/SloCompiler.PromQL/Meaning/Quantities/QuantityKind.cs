namespace SloCompiler.PromQL.Meaning.Quantities;

/// <summary>What a value is a measure of.</summary>
public enum QuantityKind
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>A plain number: a constant, or a count that is none of series.</summary>
    Number,

    /// <summary>A counter as it is scraped.</summary>
    Counter,

    /// <summary>A value that rises and falls.</summary>
    Gauge,

    /// <summary>Cumulative buckets of a classic histogram, also their rates and sums.</summary>
    HistogramBucket,

    /// <summary>The sum of the observations of a histogram or summary, as it is scraped.</summary>
    HistogramSum,

    /// <summary>The number of the observations of a histogram or summary, as it is scraped.</summary>
    HistogramCount,

    /// <summary>Native histograms, also their rates and sums.</summary>
    NativeHistogram,

    /// <summary>A quantile, of a summary or computed.</summary>
    Quantile,

    /// <summary>Constant 1 with labels.</summary>
    Info,

    /// <summary>A change per time.</summary>
    Rate,

    /// <summary>The rise of a counter over a range.</summary>
    Increase,

    /// <summary>A quotient of equal units; a share is between 0 and 1.</summary>
    Ratio,

    /// <summary>A ratio times 100.</summary>
    Percent,

    /// <summary>A point in time, since 1970.</summary>
    Timestamp,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>0 or 1.</summary>
    Boolean,

    /// <summary>How many series there are.</summary>
    SeriesCount,
}
