using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Metrics;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>More budgets than anyone looks at.</summary>
public sealed class GroupingTooFine : SloLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO235", "grouping-too-fine", Severity.Warning,
        "The labels under `by` give an objective more than 100 budgets, as the catalogue lists their values; only a note where it does not list them.",
        "Each budget has its own recorded series and alerts, with little traffic each, so that they are costly and noisy.",
        "Group by fewer labels, or by labels with fewer values.");

    private const long Most = 100;

    /// <inheritdoc />
    public override string Documentation => SpecExamples.Of(
        "The number of budgets is the product of the numbers of values, of which matchers of the indicator leave fewer.",
        bad: SpecExamples.By("[region, plan]"),
        good: SpecExamples.By("[region]"));

    /// <inheritdoc />
    public override void Check(SloScope scope)
    {
        if (scope.Slo.By.IsEmpty || MetricOf(scope) is not var (selector, metric))
        {
            return;
        }

        var budgets = 1L;
        foreach (var label in scope.Slo.By)
        {
            if (EstimatedSeries.ValuesOf(label.Value, selector, metric) is not { } count)
            {
                scope.Report(new Diagnostic(Descriptor, label.Span, $"The catalogue does not list the values of `{label.Value}`, each of which has a budget of its own.")
                {
                    Severity = Severity.Info,
                });
                return;
            }

            budgets *= count;
        }

        if (budgets > Most)
        {
            scope.Report(Descriptor, scope.Slo.By[0].Span, $"The objective has {budgets} budgets, one for each combination of {string.Join(", ", scope.Slo.By.Select(l => l.Value))}.");
        }
    }

    private static (VectorSelector Selector, Metric Metric)? MetricOf(SloScope scope)
    {
        foreach (var selector in ExpressionUse.OfIndicator(scope.Slo).SelectMany(u => PromQlWalker.Selectors(u.Expression.Expr)))
        {
            if (selector.MetricName is { } name && scope.Project.Specs.Catalogue.FindBySeries(name) is { Labels: not null } metric)
            {
                return (selector, metric);
            }
        }

        return null;
    }
}
