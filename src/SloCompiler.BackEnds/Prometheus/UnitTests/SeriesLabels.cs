using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>The labels of one series, with the metric name as <c>__name__</c>; an absent label is an empty one.</summary>
internal sealed record SeriesLabels(ImmutableSortedDictionary<string, string> Values)
{
    private const string NameLabel = "__name__";

    // Without these, a pattern is a text in which a dot stands for any character, and needs no regex engine.
    private const string RegexSyntax = "\\+*?()[]{}^$|";

    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(200);

    /// <summary>The series as a selector without the labels that are empty.</summary>
    public VectorSelector ToSelector()
        => new(
            Values.GetValueOrDefault(NameLabel, ""),
            [
                .. Values.Where(v => v.Key != NameLabel && v.Value.Length > 0)
                    .Select(v => new LabelMatcher(v.Key, MatchOperator.Equal, v.Value)),
            ]);

    /// <summary>The same labels under another name.</summary>
    public SeriesLabels WithNameSuffix(string suffix) => With(NameLabel, Values[NameLabel] + suffix);

    /// <summary>The same series with one label set.</summary>
    public SeriesLabels With(string label, string value) => new(Values.SetItem(label, value));

    /// <summary>Whether a selector picks the series.</summary>
    public bool IsMatchedBy(VectorSelector selector)
    {
        if (selector.MetricName is { } name && Value(NameLabel) != name)
        {
            return false;
        }

        foreach (var matcher in selector.Matchers)
        {
            if (!Holds(matcher, Value(matcher.Name)))
            {
                return false;
            }
        }

        return true;
    }

    private string Value(string label) => Values.TryGetValue(label, out var value) ? value : "";

    /// <summary>The matchers of a selector, with the name as one of them.</summary>
    public static IEnumerable<LabelMatcher> Conditions(VectorSelector selector)
        => selector.MetricName is { } name
            ? selector.Matchers.Prepend(new LabelMatcher(NameLabel, MatchOperator.Equal, name))
            : selector.Matchers;

    /// <summary>
    /// Labels that satisfy every matcher of <paramref name="wanted"/> but not all matchers of <paramref name="avoided"/>;
    /// null where no value could be found. Labels of <paramref name="by"/> are always there.
    /// </summary>
    public static SeriesLabels? Find(IEnumerable<VectorSelector> wanted, VectorSelector? avoided, ImmutableArray<string> by)
    {
        var conditions = wanted.SelectMany(Conditions).ToImmutableArray();
        if (avoided is null)
        {
            return Solve(conditions, by);
        }

        return Conditions(avoided)
            .Where(m => m.Name != NameLabel)
            .Select(m => Solve([.. conditions, m with { Operator = Opposite(m.Operator) }], by))
            .FirstOrDefault(labels => labels is not null);
    }

    private static SeriesLabels? Solve(ImmutableArray<LabelMatcher> conditions, ImmutableArray<string> by)
    {
        var values = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        foreach (var label in conditions.GroupBy(c => c.Name, StringComparer.Ordinal))
        {
            var mustExist = label.Key == NameLabel || by.Contains(label.Key);
            var value = Candidates(label).FirstOrDefault(v => (v.Length > 0 || !mustExist) && label.All(c => Holds(c, v)));
            if (value is null)
            {
                return null;
            }

            values = values.SetItem(label.Key, value);
        }

        foreach (var label in by.Where(l => !values.ContainsKey(l)))
        {
            values = values.SetItem(label, "a");
        }

        return values.ContainsKey(NameLabel) ? new SeriesLabels(values) : null;
    }

    private static IEnumerable<string> Candidates(IGrouping<string, LabelMatcher> conditions)
    {
        string[] stock = conditions.Any(c => c.Value.Any(char.IsAsciiDigit)) ? ["200", "ok", "other", ""] : ["ok", "other", "200", ""];
        var named = conditions.SelectMany(c => c.Operator switch
        {
            MatchOperator.Equal => [c.Value],
            MatchOperator.RegexMatch => RegexExample.Of(c.Value),
            _ => [],
        });
        return named.Concat(stock);
    }

    private static MatchOperator Opposite(MatchOperator op) => op switch
    {
        MatchOperator.Equal => MatchOperator.NotEqual,
        MatchOperator.NotEqual => MatchOperator.Equal,
        MatchOperator.RegexMatch => MatchOperator.RegexNoMatch,
        MatchOperator.RegexNoMatch => MatchOperator.RegexMatch,
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    private static bool Holds(LabelMatcher matcher, string value) => matcher.Operator switch
    {
        MatchOperator.Equal => value == matcher.Value,
        MatchOperator.NotEqual => value != matcher.Value,
        MatchOperator.RegexMatch => IsMatch(matcher.Value, value) == true,
        MatchOperator.RegexNoMatch => IsMatch(matcher.Value, value) == false,
        _ => throw new ArgumentOutOfRangeException(nameof(matcher)),
    };

    /// <summary>Whether the whole value matches; null where .NET cannot say what RE2 would.</summary>
    private static bool? IsMatch(string pattern, string value)
    {
        if (!HasSyntax(pattern))
        {
            return IsLike(pattern, value);
        }

        try
        {
            const RegexOptions options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline;
            return new Regex($"\\A(?:{pattern})\\z", options, RegexTimeout).IsMatch(value);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static bool HasSyntax(string pattern)
    {
        foreach (var c in pattern)
        {
            if (RegexSyntax.Contains(c, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLike(string pattern, string value)
    {
        for (var i = 0; i < pattern.Length && i < value.Length; i++)
        {
            if (pattern[i] != '.' && pattern[i] != value[i])
            {
                return false;
            }
        }

        return pattern.Length == value.Length;
    }
}
