using System.Collections.Immutable;

namespace SloCompiler.Prometheus.Answers;

/// <summary>Series that a selector finds.</summary>
/// <param name="Series">Their labels.</param>
/// <param name="IsCut">Whether there are more.</param>
public sealed record SeriesAnswer(ImmutableArray<SeriesLabels> Series, bool IsCut);

/// <summary>Names, by ordinal order.</summary>
/// <param name="Names">The names.</param>
public sealed record NamesAnswer(ImmutableArray<string> Names);

/// <summary>What targets say of their metrics.</summary>
/// <param name="Metrics">By name, of histograms and summaries without suffix; several where targets disagree.</param>
public sealed record MetadataAnswer(ImmutableSortedDictionary<string, ImmutableArray<MetricMetadata>> Metrics);

/// <summary>What a target says of a metric.</summary>
/// <param name="Type"><c>counter</c>, <c>gauge</c>, <c>histogram</c>, <c>gaugehistogram</c>, <c>summary</c>, <c>info</c>, <c>stateset</c> or <c>unknown</c>.</param>
/// <param name="Help">What it measures.</param>
/// <param name="Unit">Its unit, often empty.</param>
public sealed record MetricMetadata(string Type, string Help, string Unit);

/// <summary>What is scraped now.</summary>
/// <param name="Targets">The targets, in the order of the server.</param>
public sealed record TargetsAnswer(ImmutableArray<ScrapeTarget> Targets);

/// <summary>Something that is scraped.</summary>
/// <param name="Labels">The labels of its series, <c>job</c> and <c>instance</c> among them.</param>
/// <param name="Pool">Name of the scrape configuration.</param>
/// <param name="Interval">How often it is scraped; null where the server does not say.</param>
/// <param name="Health"><c>up</c>, <c>down</c> or <c>unknown</c>.</param>
public sealed record ScrapeTarget(SeriesLabels Labels, string Pool, TimeSpan? Interval, string Health);

/// <summary>The flags of a server.</summary>
/// <param name="Flags">By name, without dashes.</param>
public sealed record FlagsAnswer(ImmutableSortedDictionary<string, string> Flags);

/// <summary>The rules that a server has loaded.</summary>
/// <param name="Groups">The groups, in the order of the server.</param>
public sealed record RulesAnswer(ImmutableArray<LoadedGroup> Groups);

/// <summary>A group of rules on a server.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Its file on the machine of the server.</param>
/// <param name="Interval">From one evaluation to the next.</param>
/// <param name="Duration">How long the last evaluation took.</param>
/// <param name="Rules">Its rules in order.</param>
public sealed record LoadedGroup(string Name, string File, TimeSpan Interval, TimeSpan Duration, ImmutableArray<LoadedRule> Rules);

/// <summary>A rule on a server.</summary>
/// <param name="Name">What it records, or the name of the alert.</param>
/// <param name="IsAlert">Whether it is an alert.</param>
/// <param name="Expression">Its expression as the server prints it.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Health"><c>ok</c>, <c>err</c>, or <c>unknown</c> before it was evaluated.</param>
/// <param name="LastError">Why the last evaluation failed; empty where it did not.</param>
/// <param name="State">Of an alert: <c>inactive</c>, <c>pending</c> or <c>firing</c>; empty for a record.</param>
/// <param name="Duration">How long the last evaluation took.</param>
public sealed record LoadedRule(
    string Name,
    bool IsAlert,
    string Expression,
    SeriesLabels Labels,
    string Health,
    string LastError,
    string State,
    TimeSpan Duration);

/// <summary>What a server is.</summary>
/// <param name="Application">Its name where it is not Prometheus itself, such as <c>Grafana Mimir</c>; else empty.</param>
/// <param name="Version">Its version, such as <c>2.42.0</c>.</param>
public sealed record BuildAnswer(string Application, string Version);

/// <summary>How a server runs.</summary>
/// <param name="Retention">How long samples are kept, as the server writes it, such as <c>15d or 10GiB</c>; empty where it does not say.</param>
/// <param name="StartTime">When it was started; null where it does not say.</param>
public sealed record RuntimeAnswer(string Retention, DateTimeOffset? StartTime);
