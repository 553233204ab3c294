using System.Collections.Frozen;

namespace SloCompiler.PromQL.Parsing;

/// <summary>The words that the grammar reserves somewhere. They are the same in any case.</summary>
internal static class Keywords
{
    private const int ShortestLength = 2;
    private const int LongestLength = 12;

    private static readonly FrozenDictionary<string, string> Aggregators = new[]
    {
        "sum", "avg", "count", "min", "max", "group", "stddev", "stdvar", "topk", "bottomk", "count_values", "quantile", "limitk",
        "limit_ratio",
    }.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Keyword> Words = Reserved()
        .Concat(Aggregators.Keys.Select(name => KeyValuePair.Create(name, Keyword.Aggregator)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> WordLookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> AggregatorLookup =
        Aggregators.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Keyword Find(ReadOnlySpan<char> word)
        => word.Length is >= ShortestLength and <= LongestLength && WordLookup.TryGetValue(word, out var keyword)
            ? keyword
            : Keyword.None;

    /// <summary>The lower-case name of an aggregation operator, shared by all trees.</summary>
    public static string AggregatorName(ReadOnlySpan<char> word) => AggregatorLookup[word];

    /// <summary>Whether a metric cannot be called so without quotes.</summary>
    public static bool IsReservedAsMetric(Keyword keyword) => keyword is Keyword.Atan2 or Keyword.Bool or Keyword.GroupLeft
        or Keyword.GroupRight or Keyword.Ignoring or Keyword.On or Keyword.Infinity or Keyword.NotANumber;

    /// <summary>Whether a label cannot be called so without quotes in <c>by</c>, <c>on</c> and the like.</summary>
    public static bool IsReservedAsLabel(Keyword keyword) => keyword is Keyword.Without or Keyword.Infinity or Keyword.NotANumber;

    /// <summary>Whether a word is one of those that compute lengths in brackets.</summary>
    public static bool IsDurationFunction(ReadOnlySpan<char> word) => DurationFunctionName(word) is not null;

    /// <summary>The lower-case name of a function that computes lengths; null for other words.</summary>
    public static string? DurationFunctionName(ReadOnlySpan<char> word) => word switch
    {
        _ when word.Equals("step", StringComparison.OrdinalIgnoreCase) => "step",
        _ when word.Equals("range", StringComparison.OrdinalIgnoreCase) => "range",
        _ when word.Equals("min_of", StringComparison.OrdinalIgnoreCase) => "min_of",
        _ when word.Equals("max_of", StringComparison.OrdinalIgnoreCase) => "max_of",
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, Keyword>> Reserved() =>
    [
        new("and", Keyword.And), new("or", Keyword.Or), new("unless", Keyword.Unless), new("atan2", Keyword.Atan2),
        new("bool", Keyword.Bool), new("by", Keyword.By), new("without", Keyword.Without), new("on", Keyword.On),
        new("ignoring", Keyword.Ignoring), new("group_left", Keyword.GroupLeft), new("group_right", Keyword.GroupRight),
        new("offset", Keyword.Offset), new("anchored", Keyword.Anchored), new("smoothed", Keyword.Smoothed),
        new("fill", Keyword.Fill), new("fill_left", Keyword.FillLeft), new("fill_right", Keyword.FillRight),
        new("start", Keyword.Preprocessor), new("end", Keyword.Preprocessor), new("step", Keyword.Preprocessor),
        new("range", Keyword.Preprocessor), new("inf", Keyword.Infinity), new("nan", Keyword.NotANumber),
    ];
}
