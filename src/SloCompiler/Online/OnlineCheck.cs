using System.Collections.Immutable;
using SloCompiler.Files;
using SloCompiler.Online.Parts;
using SloCompiler.Prometheus;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online;

/// <summary>Holds a project against its Prometheus: finds out how it is reached, asks it about itself, then about each expression.</summary>
/// <param name="files">The machine's files, for credentials.</param>
/// <param name="environment">The value of an environment variable; null where it is not set.</param>
/// <param name="clock">Measures time limits, and says what now is.</param>
/// <param name="request">What the command line says of the server.</param>
public sealed class OnlineCheck(IFileSystem files, Func<string, string?> environment, TimeProvider clock, ServerRequest request) : IOnlineCheck
{
    /// <inheritdoc />
    public OnlineReport Run(OnlineInput input)
    {
        var config = input.Lint.Specs.Config;
        var problems = new DiagnosticBag();
        if (new ConnectionReader(files, environment, input.Project, problems).Read(request, config) is not { } connection)
        {
            return new OnlineReport(problems.ToImmutable(), [], []);
        }

        using var client = new PrometheusClient(connection, clock);
        var context = new OnlineContext(input, client, clock.GetUtcNow(), ConnectionReader.PlaceOf(config, input.Project));
        return RunAsync(context).GetAwaiter().GetResult();
    }

    private static async Task<OnlineReport> RunAsync(OnlineContext start)
    {
        // One cheap question first: a server that does not answer it will answer none.
        var probe = await start.Api.QueryAsync("vector(1)").ConfigureAwait(false);
        if (start.Take(probe) is null)
        {
            return ReportOf(start, [], []);
        }

        var context = start.With(await FactGatherer.RunAsync(start).ConfigureAwait(false), UseCollector.Run(start.Input));
        var loaded = new LoadedRules(context.Facts.Rules);
        var rules = ProjectRule.Of(context.Input);
        var evaluation = new EvaluationPart(context, rules, loaded);
        new VersionPart(context).Run();
        new TypePart(context).Run();
        new LoadedRulesPart(context, rules, loaded).Run();
        var slos = evaluation.RunAsync();
        await Task.WhenAll(new SelectorPart(context).RunAsync(), new HistogramPart(context).RunAsync(), new WindowPart(context).RunAsync(), slos).ConfigureAwait(false);
        return ReportOf(context, await slos.ConfigureAwait(false), evaluation.Costs);
    }

    private static OnlineReport ReportOf(OnlineContext context, ImmutableArray<SloNow> slos, ImmutableArray<RuleCost> costs)
    {
        var settings = context.Input.Lint.Settings;
        var findings = context.Findings.Select(f => settings.Apply(f.Diagnostic, f.Subject)).OfType<Diagnostic>().Distinct();
        return new OnlineReport([.. findings.Order(DiagnosticOrder.Instance)], slos, costs) { Server = context.Facts.Name };
    }
}
