namespace SloCompiler.PromQL.Meaning;

/// <summary>What the samples of a series are. The series of a classic histogram or a summary have kinds of their own.</summary>
public enum MetricKind
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>Only rises, but for resets.</summary>
    Counter,

    /// <summary>Rises and falls.</summary>
    Gauge,

    /// <summary>Cumulative counters of a classic histogram, one for each value of <c>le</c>.</summary>
    HistogramBucket,

    /// <summary>The sum of the observations of a classic histogram.</summary>
    HistogramSum,

    /// <summary>The number of observations of a classic histogram.</summary>
    HistogramCount,

    /// <summary>Samples that are histograms themselves.</summary>
    NativeHistogram,

    /// <summary>Quantiles of a summary, one for each value of <c>quantile</c>.</summary>
    SummaryQuantile,

    /// <summary>The sum of the observations of a summary.</summary>
    SummarySum,

    /// <summary>The number of observations of a summary.</summary>
    SummaryCount,

    /// <summary>Constant 1 with labels.</summary>
    Info,
}
