using System.Collections.Immutable;
using SloCompiler.Checks.Online;
using SloCompiler.Checks.Scopes;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online.Parts;

/// <summary>Holds windows against scrape intervals, retention and lookback of the server.</summary>
internal sealed class WindowPart(OnlineContext context)
{
    private const int LeastScrapes = 4;

    private readonly ServerSeries _series = new(context);
    private readonly HashSet<string> _recorded = RecordedNames.Of(context);
    private readonly Dictionary<string, TimeSpan> _intervals = IntervalsOf(context.Facts);

    /// <summary>Looks at every objective, range and group.</summary>
    public async Task RunAsync()
    {
        foreach (var slo in (context.Input.Plan?.Services ?? []).SelectMany(s => s.Slos))
        {
            CheckRetention(slo);
        }

        foreach (var group in context.Input.Lint.RuleFiles.SelectMany(f => f.Groups))
        {
            CheckLookback(group.Interval);
        }

        await Task.WhenAll(context.Uses.Select(CheckAsync)).ConfigureAwait(false);
        await Task.WhenAll((context.Input.Plan?.Services ?? []).SelectMany(s => s.Slos).Select(CheckBaseAsync)).ConfigureAwait(false);
    }

    private void CheckRetention(SloPlan slo)
    {
        if (context.Facts.Retention is { } kept && slo.Window.Length > kept)
        {
            Report(OnlineDiagnostics.WindowBeyondRetention, slo, $"The window {slo.Window.Text} of {slo.Service}/{slo.Name} is longer than the {kept} for which the server keeps samples.");
        }
    }

    private void CheckLookback(Language.RuleFiles.RuleField<PrometheusDuration>? interval)
    {
        if (interval is not null && context.Facts.Lookback is { } lookback && interval.Value > lookback)
        {
            context.Report(new Diagnostic(
                OnlineDiagnostics.IntervalBeyondLookback,
                interval.Span,
                $"The group is evaluated every {interval.Value}, but the server looks back {lookback} only."));
        }
    }

    private async Task CheckAsync(ExpressionScope use)
    {
        foreach (var range in PromQlWalker.DescendantsAndSelf(use.Expr).OfType<MatrixSelector>())
        {
            if (range.Range is not DurationLiteral window)
            {
                continue;
            }

            if (context.Facts.Retention is { } kept && window.Value > kept)
            {
                Report(OnlineDiagnostics.WindowBeyondRetention, use, range, $"The range {window.Value} is longer than the {kept} for which the server keeps samples.");
            }

            if (await LongestIntervalAsync(range.Selector).ConfigureAwait(false) is { } interval && window.Value.Milliseconds < LeastScrapes * interval.TotalMilliseconds)
            {
                Report(OnlineDiagnostics.WindowOfFewScrapes, use, range, $"The range {window.Value} holds {Scrapes(window.Value, interval)}: {range.Selector.MetricName} is scraped every {Print(interval)}.");
            }
        }
    }

    private async Task CheckBaseAsync(SloPlan slo)
    {
        if (!context.Input.IsWanted(slo.Origin.Source.Path))
        {
            return;
        }

        foreach (var selector in SignalSelectors.Of(slo.Signal))
        {
            if (await LongestIntervalAsync(selector).ConfigureAwait(false) is { } interval && slo.BaseWindow.Milliseconds < LeastScrapes * interval.TotalMilliseconds)
            {
                Report(
                    OnlineDiagnostics.WindowOfFewScrapes,
                    slo,
                    $"The base window {slo.BaseWindow} of {slo.Service}/{slo.Name} holds {Scrapes(slo.BaseWindow, interval)}: {selector.MetricName} is scraped every {Print(interval)}.");
                return;
            }
        }
    }

    private async Task<TimeSpan?> LongestIntervalAsync(VectorSelector selector)
    {
        if (_intervals.Count == 0 || selector.MetricName is not { } name || _recorded.Contains(name))
        {
            return null;
        }

        var jobs = await _series.CountByJobAsync(selector).ConfigureAwait(false) ?? [];
        return jobs.Select(j => j.Labels["job"]).OfType<string>().Select(j => _intervals.TryGetValue(j, out var interval) ? (TimeSpan?)interval : null).Max();
    }

    private static Dictionary<string, TimeSpan> IntervalsOf(ServerFacts facts)
    {
        var intervals = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var target in facts.Targets?.Targets ?? ImmutableArray<Prometheus.Answers.ScrapeTarget>.Empty)
        {
            if (target.Labels["job"] is { } job && target.Interval is { } interval && (!intervals.TryGetValue(job, out var longest) || interval > longest))
            {
                intervals[job] = interval;
            }
        }

        return intervals;
    }

    private static string Print(TimeSpan interval) => new PrometheusDuration((long)interval.TotalMilliseconds).ToString();

    private static string Scrapes(PrometheusDuration window, TimeSpan interval)
        => (window.Milliseconds / (long)interval.TotalMilliseconds) switch
        {
            0 => "less than one scrape",
            1 => "one scrape",
            2 => "two scrapes",
            _ => "three scrapes",
        };

    private void Report(DiagnosticDescriptor descriptor, SloPlan slo, string message) => context.Report(new Diagnostic(descriptor, slo.Origin, message));

    private void Report(DiagnosticDescriptor descriptor, ExpressionScope use, MatrixSelector range, string message)
        => context.Report(new Diagnostic(descriptor, use.Map(range), message), use.Subject);
}
