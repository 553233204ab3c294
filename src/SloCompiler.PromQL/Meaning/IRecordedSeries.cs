using System.Collections.Immutable;

namespace SloCompiler.PromQL.Meaning;

/// <summary>The recording rules of the files that are checked together.</summary>
public interface IRecordedSeries
{
    /// <summary>Every rule that records a series of a name, in the order of the files; empty where none does.</summary>
    /// <param name="metricName">Name of the series.</param>
    ImmutableArray<RecordedSeries> Find(string metricName);
}
