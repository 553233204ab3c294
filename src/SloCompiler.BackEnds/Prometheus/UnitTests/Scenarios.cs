using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>
/// The stories that are told about every SLO. A test starts without history, so that a steady error ratio shows in every
/// window at once, however long.
/// </summary>
internal static class Scenarios
{
    /// <summary>All stories that fit the SLO, in the order of the file.</summary>
    public static IEnumerable<Scenario> Of(TestedSlo slo)
        => Levels(slo).Concat(Missing(slo)).Concat(Spike(slo)).Concat(Reset(slo)).Concat(Gap(slo)).Concat(NoData(slo)).Concat(FewEvents(slo));

    private static IEnumerable<Scenario> Levels(TestedSlo slo)
    {
        var tiers = slo.TiersByThreshold;
        if (tiers.IsEmpty)
        {
            yield break;
        }

        if (!slo.Feed.IsGraded)
        {
            yield return Steady(slo, "nothing bad", 0);
            yield return Steady(slo, "everything bad", 1);
            yield break;
        }

        for (var i = 0; i < tiers.Length; i++)
        {
            var below = tiers[i].Threshold * 0.98m;
            if (i == 0 || below > tiers[i - 1].Threshold)
            {
                yield return Steady(slo, $"just below {Ordinal(i)}", below);
            }

            yield return Steady(slo, $"just above {Ordinal(i)}", JustAbove(tiers[i]));
        }
    }

    private static string Ordinal(int index) => index == 0 ? "the lowest threshold" : $"threshold {index + 1} from the lowest";

    private static IEnumerable<Scenario> Missing(TestedSlo slo)
    {
        foreach (var ratio in slo.Feed.Series.Select(s => s.MissingAt).OfType<decimal>().Distinct().Order())
        {
            var scenario = Steady(slo, ratio == 0 ? "no bad event ever, its series do not exist" : "no good event ever, its series do not exist", ratio);
            yield return scenario with
            {
                LeavesOutIdleSeries = true,
                Expectations = slo.Slo.RatioWindows.Contains(slo.Slo.BaseWindow)
                    ? scenario.Expectations.Add(Expectation.RatioIs(slo.Slo, slo.SettledAfter, slo.Slo.BaseWindow, ratio))
                    : scenario.Expectations,
            };
        }
    }

    /// <summary>
    /// A burst that the short window of the fastest tier sees well above the threshold, and the long one well below:
    /// three short windows of calm, then 40 % of a short window at five times the threshold, or longer where that exceeds 1.
    /// </summary>
    private static IEnumerable<Scenario> Spike(TestedSlo slo)
    {
        if (!slo.Feed.CanSpike || slo.Slo.Tiers is not [var tier, ..])
        {
            yield break;
        }

        var window = TestedSlo.Minutes(tier.ShortWindow);
        var ratio = slo.Feed.IsGraded ? Math.Min(1, 5 * tier.Threshold) : 1;
        var burst = TestedSlo.AtEvaluation((int)Math.Ceiling(Math.Max(slo.Feed.IsGraded ? 0.4m : 0.2m, 1.5m * tier.Threshold / ratio) * window));
        var calm = TestedSlo.AtEvaluation((int)Math.Max(3 * window, Math.Ceiling(burst * ratio / (0.6m * tier.Threshold))));
        var end = calm + burst;
        if (burst > window || calm > Math.Min(240, TestedSlo.Minutes(tier.LongWindow)))
        {
            yield break;
        }

        yield return new Scenario(
            "a short spike",
            new Timeline([new(calm, 0), new(burst, ratio)], Traffic(slo)),
            [
                Expectation.RatioIsAbove(slo.Slo, end, tier.ShortWindow, tier.Threshold),
                Expectation.TierIsSilent(slo.Slo, end, tier),
            ]);
    }

    private static IEnumerable<Scenario> Reset(TestedSlo slo)
    {
        if (slo.TiersByThreshold is not [.., var highest] || !slo.Feed.Series.Any(s => s.Shape == SampleShape.Counter))
        {
            yield break;
        }

        var ratio = slo.Feed.IsGraded ? JustAbove(highest) : 1;
        var end = slo.SettledAfter + 2;
        yield return new Scenario(
            "counters are reset while everything is on fire",
            new Timeline([new(slo.SettledAfter, ratio), new(2, ratio, PhaseKind.Reset)], Traffic(slo)),
            [Expectation.OnlyTiersFire(slo.Slo, end, slo.Slo.Tiers)]);
    }

    private static IEnumerable<Scenario> Gap(TestedSlo slo)
    {
        if (slo.TiersByThreshold is not [.., var highest])
        {
            yield break;
        }

        var ratio = slo.Feed.IsGraded ? JustAbove(highest) : 1;
        var length = slo.NoData is null ? 10 : TestedSlo.AtEvaluation(Math.Clamp(slo.NoDataFor, 2, 10));
        var end = slo.SettledAfter + length + slo.SettledAfter;
        yield return new Scenario(
            "scrapes fail for some minutes",
            new Timeline([new(slo.SettledAfter, ratio), new(length, ratio, PhaseKind.Gap), new(slo.SettledAfter, ratio)], Traffic(slo)),
            [
                Expectation.NoDataFires(slo.Slo, slo.SettledAfter + length, null),
                Expectation.OnlyTiersFire(slo.Slo, end, slo.Slo.Tiers),
            ]);
    }

    private static IEnumerable<Scenario> NoData(TestedSlo slo)
    {
        if (slo.NoData is null)
        {
            yield break;
        }

        var vanished = slo.SettledAfter;
        var staleness = slo.BaseMinutes + 5;
        yield return new Scenario(
            "all series vanish",
            new Timeline([new(vanished, CalmRatio(slo))], Traffic(slo)),
            [
                Expectation.NoDataFires(slo.Slo, vanished + slo.NoDataFor, null),
                Expectation.NoDataFires(slo.Slo, TestedSlo.AtEvaluation(vanished + staleness + slo.NoDataFor + 2), slo.NoDataSeverity),
            ]);
    }

    private static IEnumerable<Scenario> FewEvents(TestedSlo slo)
    {
        if (slo.Slo.MinBadEvents is not { } least || slo.TiersByThreshold is not [.., var highest] || !slo.Feed.Series.Any(s => s.ScalesWithTraffic))
        {
            yield break;
        }

        var ratio = Math.Min(1, 2 * highest.Threshold);
        var traffic = least / (3 * ratio * slo.SettledAfter);
        yield return new Scenario(
            "a high ratio of too few bad events",
            new Timeline([new(slo.SettledAfter, ratio)], Math.Round(traffic, 6)),
            [
                Expectation.RatioIsAbove(slo.Slo, slo.SettledAfter, highest.ShortWindow, highest.Threshold),
                Expectation.OnlyTiersFire(slo.Slo, slo.SettledAfter, []),
            ]);
    }

    private static Scenario Steady(TestedSlo slo, string title, decimal ratio)
        => new(
            title,
            new Timeline([new(slo.SettledAfter, ratio)], Traffic(slo)),
            [Expectation.OnlyTiersFire(slo.Slo, slo.SettledAfter, slo.Slo.Tiers.Where(t => t.Threshold < ratio))]);

    private static decimal CalmRatio(TestedSlo slo)
        => slo.Feed.IsGraded && slo.TiersByThreshold is [var lowest, ..] ? lowest.Threshold * 0.98m : 0;

    private static decimal JustAbove(BurnTier tier) => Math.Min(tier.Threshold * 1.02m, (1 + tier.Threshold) / 2);

    /// <summary>Events per minute: a power of ten at which the guard for low traffic never holds an alert back.</summary>
    private static decimal Traffic(TestedSlo slo)
    {
        var traffic = 100_000m;
        if (slo.Slo.MinBadEvents is { } least && slo.TiersByThreshold is [var lowest, ..])
        {
            while (traffic * lowest.Threshold < least)
            {
                traffic *= 10;
            }
        }

        return traffic;
    }
}
