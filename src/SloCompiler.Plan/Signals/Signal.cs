using System.Collections.Immutable;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Plan.Signals;

/// <summary>
/// The raw series behind an indicator, as the author named them: what a unit test must feed and what a page can show.
/// Closed; trees are as written, without rate and sum.
/// </summary>
public abstract record Signal;

/// <summary>Counters of events.</summary>
/// <param name="Bad">Bad events; null where good ones are given.</param>
/// <param name="Good">Good events; null where bad ones are given.</param>
/// <param name="Total">All events.</param>
public sealed record CounterSignal(PromQlExpr? Bad, PromQlExpr? Good, PromQlExpr Total) : Signal;

/// <summary>A latency histogram.</summary>
/// <param name="Histogram">The selector, without a suffix.</param>
/// <param name="IsNative">Whether it is native.</param>
/// <param name="Threshold">The threshold in the histogram's unit.</param>
public sealed record HistogramSignal(VectorSelector Histogram, bool IsNative, decimal Threshold) : Signal;

/// <summary>A 0/1 gauge.</summary>
public sealed record ProbeSignal(PromQlExpr Gauge) : Signal;

/// <summary>A condition on slices.</summary>
/// <param name="Good">The condition as written.</param>
/// <param name="Slice">Length of a slice.</param>
public sealed record SliceSignal(PromQlExpr Good, PrometheusDuration Slice) : Signal;

/// <summary>The age of a timestamp.</summary>
/// <param name="Timestamp">The gauge.</param>
/// <param name="LimitSeconds">Limit of the age in seconds.</param>
/// <param name="Slice">Length of a slice.</param>
public sealed record AgeSignal(PromQlExpr Timestamp, decimal LimitSeconds, PrometheusDuration Slice) : Signal;

/// <summary>A raw error ratio with <c>$window</c> holes.</summary>
public sealed record RatioSignal(PromQlExpr Error, PromQlExpr? Total) : Signal;

/// <summary>Other SLOs with their weights.</summary>
public sealed record CompositeSignal(ImmutableArray<CompositeSignalPart> Parts) : Signal;

/// <summary>One part of a composite.</summary>
public sealed record CompositeSignalPart(string Service, string Slo, decimal Weight);
