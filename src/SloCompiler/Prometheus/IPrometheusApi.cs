using SloCompiler.Prometheus.Answers;

namespace SloCompiler.Prometheus;

/// <summary>
/// What can be asked of a Prometheus, or of what speaks its HTTP API. Nothing throws for what a server or a network can do. The same
/// question is sent once, however often it is asked. Safe for use by several threads at once.
/// </summary>
public interface IPrometheusApi
{
    /// <summary>Evaluates an expression at one time.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="time">The time; null for now, by the server's clock.</param>
    /// <param name="withStatistics">Whether the answer says how many samples were read.</param>
    Task<ApiOutcome<InstantAnswer>> QueryAsync(string expression, DateTimeOffset? time = null, bool withStatistics = false);

    /// <summary>Evaluates an expression at every step of a range, both ends included; asks in parts where a server would refuse so many points.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="start">The first time.</param>
    /// <param name="end">The last time.</param>
    /// <param name="step">From one time to the next, at least a millisecond.</param>
    Task<ApiOutcome<RangeAnswer>> QueryRangeAsync(string expression, DateTimeOffset start, DateTimeOffset end, TimeSpan step);

    /// <summary>The series that a selector finds in a time.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="start">From here on.</param>
    /// <param name="end">Up to here.</param>
    /// <param name="limit">Most series that are wanted; servers before 2.53 send all.</param>
    Task<ApiOutcome<SeriesAnswer>> SeriesAsync(string selector, DateTimeOffset start, DateTimeOffset end, int limit);

    /// <summary>The names of labels.</summary>
    /// <param name="selector">Of the series that it finds; null for all.</param>
    /// <param name="start">From here on; null for all time.</param>
    Task<ApiOutcome<NamesAnswer>> LabelNamesAsync(string? selector = null, DateTimeOffset? start = null);

    /// <summary>The values of a label; of <c>__name__</c> they are the names of all metrics.</summary>
    /// <param name="label">The label.</param>
    /// <param name="selector">Of the series that it finds; null for all.</param>
    /// <param name="start">From here on; null for all time.</param>
    Task<ApiOutcome<NamesAnswer>> LabelValuesAsync(string label, string? selector = null, DateTimeOffset? start = null);

    /// <summary>Type, help and unit of all metrics that are scraped.</summary>
    Task<ApiOutcome<MetadataAnswer>> MetadataAsync();

    /// <summary>What is scraped, and how often.</summary>
    Task<ApiOutcome<TargetsAnswer>> TargetsAsync();

    /// <summary>The flags that the server was started with.</summary>
    Task<ApiOutcome<FlagsAnswer>> FlagsAsync();

    /// <summary>The rules that the server has loaded, and how they fare.</summary>
    Task<ApiOutcome<RulesAnswer>> RulesAsync();

    /// <summary>What the server is.</summary>
    Task<ApiOutcome<BuildAnswer>> BuildInfoAsync();

    /// <summary>What storage and scraping of the server are like, such as the retention.</summary>
    Task<ApiOutcome<RuntimeAnswer>> RuntimeInfoAsync();
}
