using System.Collections.Immutable;
using SloCompiler.Prometheus.Answers;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Online.Parts;

/// <summary>Asks about the series behind selectors. The client remembers, so that asking again costs nothing.</summary>
/// <param name="context">What the parts share.</param>
internal sealed class ServerSeries(OnlineContext context)
{
    private const int OneIsEnough = 1;

    /// <summary>Series by the job that they come from, now; null where the server does not answer.</summary>
    public async Task<ImmutableArray<Sample>?> CountByJobAsync(VectorSelector selector)
    {
        var expr = Ql.Aggregate("count", Plain(selector), "job");
        return context.Take(await context.Api.QueryAsync(PromQlPrinter.Print(expr), context.Now).ConfigureAwait(false))?.Samples;
    }

    /// <summary>Whether there was a series in the last week; null where the server does not answer.</summary>
    public async Task<bool?> ExistedAsync(VectorSelector selector)
    {
        var outcome = await context.Api.SeriesAsync(PromQlPrinter.Print(Plain(selector)), context.Now - OnlineContext.LookBack, context.Now, OneIsEnough).ConfigureAwait(false);
        return context.Take(outcome) is { } answer ? !answer.Series.IsEmpty : null;
    }

    /// <summary>Names of the labels of a metric in the last week; null where the server does not answer.</summary>
    public async Task<ImmutableArray<string>?> LabelsOfAsync(string metric)
        => context.Take(await context.Api.LabelNamesAsync(PromQlPrinter.Print(new VectorSelector(metric, [])), context.Now - OnlineContext.LookBack).ConfigureAwait(false))?.Names;

    /// <summary>Values of a label of a selector's series in the last week; null where the server does not answer.</summary>
    public async Task<ImmutableArray<string>?> ValuesOfAsync(string label, VectorSelector selector)
        => context.Take(await context.Api.LabelValuesAsync(label, PromQlPrinter.Print(Plain(selector)), context.Now - OnlineContext.LookBack).ConfigureAwait(false))?.Names;

    /// <summary>The selector without offset and the like.</summary>
    public static VectorSelector Plain(VectorSelector selector) => new(selector.MetricName, selector.Matchers);
}
