using System.Collections.Immutable;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>What a query must give at a minute of a test.</summary>
/// <param name="Query">The query.</param>
/// <param name="Minute">When, in minutes from the start.</param>
/// <param name="Samples">Exactly these samples.</param>
internal sealed record Expectation(PromQlExpr Query, int Minute, ImmutableArray<ExpectedSample> Samples)
{
    private const string AlertName = "alertname";

    /// <summary>Exactly these burn alerts of an SLO fire, and its alert on missing data does not.</summary>
    public static Expectation OnlyTiersFire(SloPlan slo, int minute, IEnumerable<BurnTier> tiers)
        => new(
            Firing(slo, Matcher(AlertName, MatchOperator.RegexMatch, $"{SeriesNames.BurnAlert}|{SeriesNames.NoDataAlert}")),
            minute,
            [
                .. tiers.Select(t => new ExpectedSample(
                    Labels(slo, (AlertName, SeriesNames.BurnAlert), (SeriesNames.SeverityLabel, t.Severity), (SeriesNames.TierLabel, t.Name)),
                    1)),
            ]);

    /// <summary>A burn alert of one tier does not fire.</summary>
    public static Expectation TierIsSilent(SloPlan slo, int minute, BurnTier tier)
        => new(
            Firing(
                slo,
                Matcher(AlertName, MatchOperator.Equal, SeriesNames.BurnAlert),
                Matcher(SeriesNames.SeverityLabel, MatchOperator.Equal, tier.Severity),
                Matcher(SeriesNames.TierLabel, MatchOperator.Equal, tier.Name)),
            minute,
            []);

    /// <summary>The alert on missing data fires, or does not; nothing is said about burn alerts.</summary>
    public static Expectation NoDataFires(SloPlan slo, int minute, string? severity)
        => new(
            Firing(slo, Matcher(AlertName, MatchOperator.Equal, SeriesNames.NoDataAlert)),
            minute,
            severity is null
                ? []
                : [new ExpectedSample(Labels(slo, (AlertName, SeriesNames.NoDataAlert), (SeriesNames.SeverityLabel, severity)), 1)]);

    /// <summary>The recorded error ratio of a window is above a bound.</summary>
    public static Expectation RatioIsAbove(SloPlan slo, int minute, PrometheusDuration window, decimal bound)
        => new(
            Ql.Aggregate("group", Ql.Binary(BinaryOperator.Greater, Ratio(slo, window), Ql.Number(bound)), SeriesNames.SloLabel),
            minute,
            [new ExpectedSample(Labels(slo), 1)]);

    /// <summary>The recorded error ratio of a window is there and has a value.</summary>
    public static Expectation RatioIs(SloPlan slo, int minute, PrometheusDuration window, decimal value)
        => new(Ql.Aggregate("max", Ratio(slo, window), SeriesNames.SloLabel), minute, [new ExpectedSample(Labels(slo), value)]);

    private static VectorSelector Ratio(SloPlan slo, PrometheusDuration window)
        => Ql.Series(SeriesNames.ErrorRatio(window), (SeriesNames.ServiceLabel, slo.Service), (SeriesNames.SloLabel, slo.Name));

    private static AggregateExpr Firing(SloPlan slo, params ImmutableArray<LabelMatcher> alert)
        => Ql.Aggregate(
            "group",
            new VectorSelector(
                "ALERTS",
                [
                    .. alert,
                    Matcher("alertstate", MatchOperator.Equal, "firing"),
                    Matcher(SeriesNames.ServiceLabel, MatchOperator.Equal, slo.Service),
                    Matcher(SeriesNames.SloLabel, MatchOperator.Equal, slo.Name),
                ]),
            AlertName,
            SeriesNames.SeverityLabel,
            SeriesNames.SloLabel,
            SeriesNames.TierLabel);

    private static LabelMatcher Matcher(string name, MatchOperator op, string value) => new(name, op, value);

    private static VectorSelector Labels(SloPlan slo, params ImmutableArray<(string Name, string Value)> labels)
        => new(
            null,
            [
                .. Matchers(slo, labels).OrderBy(m => m.Name, StringComparer.Ordinal),
            ]);

    private static List<LabelMatcher> Matchers(SloPlan slo, ImmutableArray<(string Name, string Value)> labels)
    {
        var matchers = new List<LabelMatcher> { Matcher(SeriesNames.SloLabel, MatchOperator.Equal, slo.Name) };
        for (var i = 0; i < labels.Length; i++)
        {
            matchers.Add(Matcher(labels[i].Name, MatchOperator.Equal, labels[i].Value));
        }

        return matchers;
    }
}

/// <summary>A sample that a query must give.</summary>
/// <param name="Labels">All of its labels.</param>
/// <param name="Value">Its value.</param>
internal sealed record ExpectedSample(VectorSelector Labels, decimal Value);
