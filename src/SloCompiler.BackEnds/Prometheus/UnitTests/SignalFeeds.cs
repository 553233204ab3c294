using SloCompiler.Plan;
using SloCompiler.Plan.Signals;
using SloCompiler.Plan.Slos;

namespace SloCompiler.BackEnds.Prometheus.UnitTests;

/// <summary>Chooses the feed of an SLO by the kind of its signal.</summary>
internal static class SignalFeeds
{
    /// <summary>The feed of an SLO.</summary>
    /// <param name="slo">The SLO.</param>
    /// <param name="service">Its service, for the parts of composites.</param>
    public static FeedResult Create(SloPlan slo, ServicePlan service) => slo.Signal switch
    {
        CounterSignal { Bad: { } bad } counter => CounterFeed.Create(bad, counter.Total, 0, 1, slo.By),
        CounterSignal { Good: { } good } counter => CounterFeed.Create(good, counter.Total, 1, -1, slo.By),
        HistogramSignal histogram => HistogramFeed.Create(histogram, slo.By),
        ProbeSignal probe => GaugeFeed.Probe(probe.Gauge, slo.By),
        SliceSignal slice => SliceFeed.Create(slice.Good, slo.By),
        AgeSignal age => GaugeFeed.Timestamp(age.Timestamp, age.LimitSeconds, slo.By),
        RatioSignal ratio => RatioFeed.Create(ratio, slo.By),
        CompositeSignal composite => Composite(composite, service),
        _ => FeedResult.None("its kind of signal has no tests"),
    };

    /// <summary>Every part gets the same error ratio, which is then the weighted one as well.</summary>
    private static FeedResult Composite(CompositeSignal composite, ServicePlan service)
    {
        var feeds = new List<SignalFeed>();
        foreach (var part in composite.Parts)
        {
            var slo = service.Slos.FirstOrDefault(s => part.Service == service.Service && s.Name == part.Slo && s.Signal is not CompositeSignal);
            if (slo is null)
            {
                return FeedResult.None("it has parts in other services, whose rules are in other files");
            }

            if (Create(slo, service) is not { Feed: { } feed } without)
            {
                return FeedResult.None($"its part {slo.Name} has none: {Create(slo, service).Reason}");
            }

            feeds.Add(feed);
        }

        return feeds.Any(a => feeds.Any(b => a != b && a.Disturbs(b)))
            ? FeedResult.None("its parts read the same raw series")
            : new FeedResult(Union(feeds), null);
    }

    private static SignalFeed Union(List<SignalFeed> feeds)
        => new([.. feeds.SelectMany(f => f.Series)], [.. feeds.SelectMany(f => f.Selectors)])
        {
            IsGraded = feeds.All(f => f.IsGraded),
            CanSpike = false,
        };
}
