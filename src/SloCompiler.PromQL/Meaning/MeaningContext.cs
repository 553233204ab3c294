using System.Collections.Immutable;

namespace SloCompiler.PromQL.Meaning;

/// <summary>
/// What is known beside an expression. Keep one for all expressions that are checked together: what follows from it is
/// remembered for the very instance.
/// </summary>
/// <param name="Metrics">Declared metrics.</param>
/// <param name="Records">Recording rules.</param>
public sealed record MeaningContext(IMetricFacts Metrics, IRecordedSeries Records)
{
    /// <summary>Nothing is known.</summary>
    public static MeaningContext Empty { get; } = new(Nothing.Instance, Nothing.Instance);

    /// <summary>Only metrics are known.</summary>
    public static MeaningContext Of(IMetricFacts metrics) => new(metrics, Nothing.Instance);

    /// <summary>Labels that any series may have beside those that are declared of its metric: the external labels of the project.</summary>
    public ImmutableArray<string> ExternalLabels { get; init; } = [];

    private sealed class Nothing : IMetricFacts, IRecordedSeries
    {
        public static Nothing Instance { get; } = new();

        MetricFacts? IMetricFacts.Find(string metricName) => null;

        ImmutableArray<RecordedSeries> IRecordedSeries.Find(string metricName) => [];
    }
}
