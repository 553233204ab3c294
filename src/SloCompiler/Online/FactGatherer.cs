using SloCompiler.Prometheus.Answers;

namespace SloCompiler.Online;

/// <summary>Asks a server about itself, all at once.</summary>
internal static class FactGatherer
{
    public static async Task<ServerFacts> RunAsync(OnlineContext context)
    {
        var api = context.Api;
        var build = api.BuildInfoAsync();
        var flags = api.FlagsAsync();
        var runtime = api.RuntimeInfoAsync();
        var metadata = api.MetadataAsync();
        var targets = api.TargetsAsync();
        var rules = api.RulesAsync();
        var names = api.LabelValuesAsync(SeriesLabels.NameLabel, start: context.Now - OnlineContext.LookBack);
        return new ServerFacts
        {
            Build = context.TakeOptional(await build.ConfigureAwait(false), "the release of the server"),
            Flags = context.TakeOptional(await flags.ConfigureAwait(false), "features, lookback and limits"),
            Runtime = context.TakeOptional(await runtime.ConfigureAwait(false), "how long samples are kept"),
            Metadata = context.TakeOptional(await metadata.ConfigureAwait(false), "types of metrics"),
            Targets = context.TakeOptional(await targets.ConfigureAwait(false), "scrape intervals"),
            Rules = context.TakeOptional(await rules.ConfigureAwait(false), "which rules are loaded"),
            MetricNames = context.Take(await names.ConfigureAwait(false))?.Names ?? [],
        };
    }
}
