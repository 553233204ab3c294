using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Model;
using SloCompiler.Language.Slis.Events;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>Good or bad events that the total does not count.</summary>
public sealed class EventsOutsideTotal : SloLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO230", "events-outside-total", Severity.Warning,
        "The good or bad events of an indicator hold events that the total does not count.",
        "The share of errors can exceed 1, and the budget goes for events that are not promised to anyone.",
        "Give both the same matchers, but for those that say which events are bad.");

    /// <inheritdoc />
    public override string Documentation => SpecExamples.Of(
        "Only matchers on one metric are compared, and only what they prove is reported: a label that the total restricts and the events do not, or values that the total does not have.",
        bad: SpecExamples.Events("http_requests_total{code=~\"5..\"}", "http_requests_total{service=\"edge\"}", " # <-"),
        good: SpecExamples.Events("http_requests_total{service=\"edge\",code=~\"5..\"}", "http_requests_total{service=\"edge\"}"));

    /// <inheritdoc />
    public override void Check(SloScope scope)
    {
        if (scope.Slo.Sli is EventsSli sli && (sli.Bad ?? sli.Good) is { } events)
        {
            foreach (var selector in PromQlWalker.Selectors(events.Expr))
            {
                Check(selector, events, sli, scope);
            }
        }
    }

    private void Check(VectorSelector selector, SpecExpression events, EventsSli sli, SloScope scope)
    {
        var wholes = PromQlWalker.Selectors(sli.Total.Expr).Where(s => s.MetricName is not null && s.MetricName == selector.MetricName).ToList();
        var refusing = wholes.Select(w => MatcherCover.Refusing(w, selector)).OfType<LabelMatcher>().ToList();
        if (refusing.Count > 0 && refusing.Count == wholes.Count)
        {
            var which = sli.Bad is null ? "good" : "bad";
            scope.Report(new Diagnostic(Descriptor, events.Map(selector.Span), $"The {which} events hold other values of `{refusing[0].Name}` than the total.")
            {
                Related = [new RelatedLocation(sli.Total.Map(refusing[0].Span), "The total is restricted here.")],
            });
        }
    }
}
