using System.Collections.Immutable;
using SloCompiler.PromQL.Parsing;
using SloCompiler.Text;

namespace SloCompiler.PromQL.Series;

/// <summary>A label of a series.</summary>
/// <param name="Name">The name; <c>__name__</c> for a metric name written in quotes inside the braces.</param>
/// <param name="Value">The value.</param>
/// <param name="Span">The label in the text.</param>
public sealed record SeriesLabel(string Name, string Value, TextSpan Span);

/// <summary>A series with the values that a unit test gives it: <c>up{job="a"} 1+0x10 _ stale</c>.</summary>
/// <param name="MetricName">The name before the braces; null where none stands there.</param>
/// <param name="Labels">The labels in the order of the text.</param>
/// <param name="Values">The values.</param>
public sealed record SeriesDescription(string? MetricName, ImmutableArray<SeriesLabel> Labels, ImmutableArray<SeriesValues> Values);

/// <summary>One word of a series: a value, a gap, or a run of them.</summary>
/// <param name="Span">The word in the text.</param>
public abstract record SeriesValues(TextSpan Span)
{
    /// <summary>How many samples or gaps the word stands for.</summary>
    public abstract double Count { get; }
}

/// <summary>Times without a sample: <c>_</c>, <c>_x4</c>.</summary>
/// <param name="Times">The number behind <c>x</c>; null where none is written.</param>
public sealed record SeriesGap(TextSpan Span, ulong? Times) : SeriesValues(Span)
{
    /// <inheritdoc />
    public override double Count => Times ?? 1;
}

/// <summary>The mark that a series has ended: <c>stale</c>.</summary>
public sealed record SeriesStale(TextSpan Span) : SeriesValues(Span)
{
    /// <inheritdoc />
    public override double Count => 1;
}

/// <summary>Numbers: <c>5</c>, <c>5x3</c>, <c>1+2x3</c>.</summary>
/// <param name="Start">The first value.</param>
/// <param name="Step">What is added for each further value; null where none is written.</param>
/// <param name="Times">The number of further values; null where none is written.</param>
public sealed record SeriesNumbers(TextSpan Span, double Start, double? Step, ulong? Times) : SeriesValues(Span)
{
    /// <inheritdoc />
    public override double Count => 1.0 + (Times ?? 0);
}

/// <summary>Native histograms: <c>{{schema:0 sum:1}}</c>, <c>{{…}}x3</c>, <c>{{…}}+{{…}}x3</c>.</summary>
/// <param name="Start">The first value.</param>
/// <param name="IsDecrease">Whether the step is taken away, not added.</param>
/// <param name="Step">What is added or taken away for each further value; null where none is written.</param>
/// <param name="Times">The number of further values; null where none is written.</param>
public sealed record SeriesHistograms(TextSpan Span, HistogramLiteral Start, bool IsDecrease, HistogramLiteral? Step, ulong? Times)
    : SeriesValues(Span)
{
    /// <inheritdoc />
    public override double Count => 1.0 + (Times ?? 0);
}

/// <summary>A native histogram as unit tests write it.</summary>
/// <param name="Fields">The keys with their values, in the order of the text; each key once.</param>
public sealed record HistogramLiteral(TextSpan Span, ImmutableArray<HistogramField> Fields);

/// <summary>A key of a histogram with its value.</summary>
/// <param name="Name">The key: <c>sum</c>, <c>buckets</c>, <c>counter_reset_hint</c>, …</param>
public abstract record HistogramField(TextSpan Span, string Name);

/// <summary>A number: <c>sum:1.5</c>.</summary>
public sealed record HistogramNumber(TextSpan Span, string Name, double Value) : HistogramField(Span, Name);

/// <summary>A list of numbers: <c>buckets:[1 2 3]</c>.</summary>
public sealed record HistogramList(TextSpan Span, string Name, ImmutableArray<double> Values) : HistogramField(Span, Name);

/// <summary>A word: <c>counter_reset_hint:gauge</c>.</summary>
public sealed record HistogramWord(TextSpan Span, string Name, string Value) : HistogramField(Span, Name);

/// <summary>What was read of a series, or of the values of one.</summary>
/// <param name="Series">The series; null where something is wrong. Values that were read alone have neither name nor labels.</param>
/// <param name="Errors">What is wrong, by place.</param>
public sealed record SeriesResult(SeriesDescription? Series, ImmutableArray<PromQlError> Errors)
{
    /// <summary>Whether Prometheus accepts it.</summary>
    public bool IsValid => Errors.IsEmpty;
}
