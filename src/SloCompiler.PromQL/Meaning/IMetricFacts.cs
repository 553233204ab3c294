namespace SloCompiler.PromQL.Meaning;

/// <summary>What is declared of metrics.</summary>
public interface IMetricFacts
{
    /// <summary>The facts of a series.</summary>
    /// <param name="metricName">Name of the series, of histograms and summaries with the suffix.</param>
    /// <returns>Null where nothing is declared.</returns>
    MetricFacts? Find(string metricName);
}
