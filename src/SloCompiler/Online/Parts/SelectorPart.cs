using System.Collections.Immutable;
using SloCompiler.Checks;
using SloCompiler.Checks.Online;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Printing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online.Parts;

/// <summary>Finds metrics, labels and values that are named and that the server does not have.</summary>
internal sealed class SelectorPart(OnlineContext context)
{
    private const int MostShown = 5;

    private readonly ServerSeries _series = new(context);
    private readonly HashSet<string> _recorded = RecordedNames.Of(context);

    /// <summary>Looks at every selector of every expression.</summary>
    public Task RunAsync() => Task.WhenAll(context.Uses.SelectMany(use => PromQlWalker.Selectors(use.Expr).Select(s => CheckAsync(s, use))
        .Concat(PromQlWalker.DescendantsAndSelf(use.Expr).OfType<AggregateExpr>().Select(a => CheckGroupingAsync(a, use)))));

    private async Task CheckAsync(VectorSelector written, ExpressionScope use)
    {
        if (SeriesOf(written, use) is not { MetricName: { } metric } selector || _recorded.Contains(metric))
        {
            return;
        }

        if (await _series.CountByJobAsync(selector).ConfigureAwait(false) is not { IsEmpty: true })
        {
            return;
        }

        if (selector.Matchers.IsEmpty || await _series.ExistedAsync(new VectorSelector(metric, [])).ConfigureAwait(false) == false)
        {
            await CheckMetricAsync(metric, written, use).ConfigureAwait(false);
        }
        else if (await _series.ExistedAsync(selector).ConfigureAwait(false) == false)
        {
            await CheckMatchersAsync(metric, written, use).ConfigureAwait(false);
        }
    }

    private async Task CheckMetricAsync(string metric, VectorSelector written, ExpressionScope use)
    {
        switch (await _series.ExistedAsync(new VectorSelector(metric, [])).ConfigureAwait(false))
        {
            case true:
                var seen = await LastSeenAsync(metric).ConfigureAwait(false);
                Report(OnlineDiagnostics.MetricGone, use, NameSpan(written), $"{metric} has no series now{(seen is null ? "" : $"; it was last seen {seen} ago")}.");
                break;
            case false:
                var hint = Suggestions.Nearest(metric, context.Facts.MetricNames) is { } near ? $" Did you mean {near}?" : "";
                Report(OnlineDiagnostics.MetricNotOnServer, use, NameSpan(written), $"The server has no metric {metric}.{hint}");
                break;
            default:
                break;
        }
    }

    private async Task<string?> LastSeenAsync(string metric)
    {
        var step = TimeSpan.FromHours(1);
        var count = PromQlPrinter.Print(Ql.Aggregate("count", new VectorSelector(metric, [])));
        var answer = context.Take(await context.Api.QueryRangeAsync(count, context.Now - OnlineContext.LookBack, context.Now, step).ConfigureAwait(false));
        var last = answer?.Series.SelectMany(s => s.Points).Select(p => (DateTimeOffset?)p.Time).Max();
        return last is null ? null : ShortTime.Of(context.Now - last.Value);
    }

    private async Task CheckMatchersAsync(string metric, VectorSelector written, ExpressionScope use)
    {
        var names = await _series.LabelsOfAsync(metric).ConfigureAwait(false) ?? [];
        var found = false;
        foreach (var matcher in written.Matchers.Where(m => m.Name != "__name__"))
        {
            var alone = new VectorSelector(metric, [matcher]);
            if (await _series.ExistedAsync(alone).ConfigureAwait(false) != false)
            {
                continue;
            }

            found = true;
            if (names.Contains(matcher.Name))
            {
                var values = await _series.ValuesOfAsync(matcher.Name, new VectorSelector(metric, [])).ConfigureAwait(false) ?? [];
                ReportValue(metric, matcher, values, written, use);
            }
            else if (!names.IsEmpty)
            {
                ReportLabel([metric], matcher.Name, names, matcher.NameSpan, use);
            }
        }

        if (!found)
        {
            Report(OnlineDiagnostics.MatcherFindsNothing, use, written.Span, $"Each matcher finds series of {metric}, but no series fits all of them.", IsOfErrors(use) ? Severity.Info : null);
        }
    }

    private void ReportValue(string metric, LabelMatcher matcher, ImmutableArray<string> values, VectorSelector written, ExpressionScope use)
    {
        var near = matcher.Operator == MatchOperator.Equal ? Suggestions.Nearest(matcher.Value, values) : null;
        var hint = near is null ? "" : $" Did you mean {near}?";
        var shown = string.Join(", ", values.Take(MostShown)) + (values.Length > MostShown ? ", …" : "");
        Report(
            OnlineDiagnostics.MatcherFindsNothing,
            use,
            matcher.ValueSpan.Length > 0 ? matcher.ValueSpan : written.Span,
            $"No series of {metric} has a {matcher.Name} that {PromQlPrinter.TextOf(matcher.Operator)} \"{matcher.Value}\" wants.{hint} There are: {shown}.",
            near is null && IsOfErrors(use) ? Severity.Info : null);
    }

    private async Task CheckGroupingAsync(AggregateExpr aggregate, ExpressionScope use)
    {
        if (aggregate.Grouping is not { IsWithout: false } grouping || MakesLabels(aggregate.Expr))
        {
            return;
        }

        var metrics = PromQlWalker.Selectors(aggregate.Expr).Select(s => s.MetricName).Distinct().ToArray();
        if (Array.Exists(metrics, m => m is null || _recorded.Contains(m)))
        {
            return;
        }

        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var metric in metrics.OfType<string>())
        {
            if (await _series.LabelsOfAsync(metric).ConfigureAwait(false) is not { IsEmpty: false } known)
            {
                return;
            }

            names.UnionWith(known);
        }

        for (var i = 0; i < grouping.Labels.Length; i++)
        {
            if (names.Count > 0 && !names.Contains(grouping.Labels[i]))
            {
                ReportLabel(metrics.OfType<string>(), grouping.Labels[i], names, i < grouping.LabelSpans.Length ? grouping.LabelSpans[i] : grouping.Span, use);
            }
        }
    }

    private void ReportLabel(IEnumerable<string> metrics, string label, IEnumerable<string> names, TextSpan range, ExpressionScope use)
    {
        var known = names.Where(n => n != "__name__").ToArray();
        var hint = Suggestions.Nearest(label, known) is { } near ? $" Did you mean {near}?" : "";
        var shown = string.Join(", ", known.Take(MostShown)) + (known.Length > MostShown ? ", …" : "");
        Report(OnlineDiagnostics.LabelNotOnServer, use, range, $"No series of {string.Join(", ", metrics)} has a label {label} on the server.{hint} There are: {shown}.");
    }

    private void Report(DiagnosticDescriptor descriptor, ExpressionScope use, TextSpan range, string message, Severity? severity = null)
        => context.Report(new Diagnostic(descriptor, use.Map(range), message) { Severity = severity ?? descriptor.Severity }, use.Subject);

    // Errors that have not happened yet are no mistake of the author.
    private static bool IsOfErrors(ExpressionScope use) => use.Owner is ExpressionOwner.OfSpec spec
        && spec.Service.Slos.Select(s => s.Sli).OfType<Language.Slis.Events.EventsSli>().Any(s => ReferenceEquals(s.Bad?.Expr, use.Expr));

    private static bool MakesLabels(PromQlExpr expr) => PromQlWalker.DescendantsAndSelf(expr)
        .Any(n => n is CallExpr { Function: "label_replace" or "label_join" or "info" } or AggregateExpr { Operator: "count_values" });

    private static TextSpan NameSpan(VectorSelector selector)
        => selector is { IsNameInBraces: false, MetricName: { } name } && selector.Span.Length >= name.Length ? new TextSpan(selector.Span.Start, name.Length) : selector.Span;

    // The name of a classic histogram stands for its series.
    private static VectorSelector? SeriesOf(VectorSelector selector, ExpressionScope use) => use.Owner is ExpressionOwner.OfSpec { Role: ExpressionRole.Histogram }
        ? null
        : ServerSeries.Plain(selector);
}
