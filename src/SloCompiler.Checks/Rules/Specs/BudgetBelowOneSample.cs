using System.Globalization;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Model;
using SloCompiler.Language.Slis;
using SloCompiler.Language.Slis.Freshness;
using SloCompiler.Language.Slis.Probe;
using SloCompiler.Language.Slis.Slices;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>An objective that one bad sample breaks.</summary>
public sealed class BudgetBelowOneSample : SloLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO231", "budget-below-one-sample", Severity.Warning,
        "The error budget of an objective over samples is shorter than the time from one sample to the next.",
        "A single bad sample spends all of it: the objective is either met in full or missed, and there is nothing to burn.",
        "Choose an objective that the samples can tell apart, a longer window, or scrape more often.");

    /// <inheritdoc />
    public override string Documentation => SpecExamples.Of(
        "Indicators that are measured in samples or slices of time are looked at: probes, slices and freshness. The interval is that of the catalogue, else `scrape_interval` of `slo.yaml`.",
        bad: SpecExamples.Probes("", "name: up\nobjective: 99.999% # <-\nwindow: 7d"),
        good: SpecExamples.Probes("", "name: up\nobjective: 99.9%\nwindow: 7d"));

    /// <inheritdoc />
    public override void Check(SloScope scope)
    {
        if (ExpressionOf(scope.Slo.Sli) is not { } expression)
        {
            return;
        }

        var interval = IntervalOf(expression, scope);
        var budget = scope.Slo.Window.Length.Seconds * scope.Slo.Objective.ErrorBudget;
        if (budget < interval.Seconds)
        {
            var seconds = Math.Round(budget, 1).ToString(CultureInfo.InvariantCulture);
            scope.Report(Descriptor, scope.Slo.Objective.Span, $"The budget of {scope.Slo.Objective.Text} in {scope.Slo.Window.Text} is {seconds} s; there is one sample in {interval}.");
        }
    }

    private static SpecExpression? ExpressionOf(Sli sli) => sli switch
    {
        ProbeSli probe => probe.Gauge,
        SlicesSli slices => slices.Good,
        FreshnessSli freshness => freshness.Timestamp,
        _ => null,
    };

    private static PrometheusDuration IntervalOf(SpecExpression expression, SloScope scope)
        => PromQlWalker.Selectors(expression.Expr)
            .Select(s => s.MetricName is { } name ? scope.Project.Specs.Catalogue.FindBySeries(name)?.ScrapeInterval : null)
            .FirstOrDefault(i => i is not null) ?? scope.Project.Specs.Config.ScrapeInterval;
}
