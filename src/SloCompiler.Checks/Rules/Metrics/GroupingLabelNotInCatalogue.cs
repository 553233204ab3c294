using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Engine;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Model;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Metrics;

/// <summary>A label to group or match by that no metric below has.</summary>
public sealed class GroupingLabelNotInCatalogue : ProjectLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO315", "grouping-label-not-in-catalogue", Severity.Warning,
        "Series are grouped or matched by a label that none of them has, as the catalogue says.",
        "All series fall into one group, or no pair of series matches, and nothing reports it later.",
        "Correct the label, or add it to the metric in its *.metrics.yaml file.");

    /// <inheritdoc />
    public override string Documentation => ExampleText.Of(
        bad: MetricExamples.Slices("max by (rout) (http_requests_in_flight) < 100"),
        good: MetricExamples.Slices("max by (route) (http_requests_in_flight) < 100"));

    /// <inheritdoc />
    public override void Check(ProjectScope scope)
    {
        if (scope.Project.Specs.Catalogue.IsEmpty)
        {
            return;
        }

        var labels = new KnownLabels(scope.Project.Specs);
        foreach (var use in scope.Project.Specs.Services.SelectMany(ExpressionUse.OfService))
        {
            foreach (var node in PromQlWalker.DescendantsAndSelf(use.Expression.Expr))
            {
                Inspect(use.Expression, node, labels, scope);
            }
        }

        foreach (var slo in scope.Project.Specs.Services.SelectMany(s => s.Slos))
        {
            InspectBudgets(slo, labels, scope);
        }
    }

    private void Inspect(SpecExpression expression, PromQlExpr node, KnownLabels labels, ProjectScope scope)
    {
        if (node is AggregateExpr { Grouping: { } grouping } aggregate)
        {
            Inspect(expression, grouping.Labels, grouping.Span, aggregate.Expr, labels, scope);
        }
        else if (node is BinaryExpr { Matching: { IsOn: true } matching } binary)
        {
            var isLeftSound = Inspect(expression, matching.Labels, matching.Span, binary.Left, labels, scope);
            _ = isLeftSound && Inspect(expression, matching.Labels, matching.Span, binary.Right, labels, scope);
        }
    }

    private bool Inspect(
        SpecExpression expression,
        ImmutableArray<string> wanted,
        TextSpan clause,
        PromQlExpr series,
        KnownLabels labels,
        ProjectScope scope)
    {
        var known = labels.Of(series);
        var missing = known is null ? [] : wanted.Where(label => !known.Contains(label)).ToArray();
        foreach (var label in missing)
        {
            var place = expression.Map(PlaceOf(label, clause, expression.Scalar.Value));
            scope.Report(Finding(label, place, series, labels));
        }

        return missing.Length == 0;
    }

    private void InspectBudgets(SloSpec slo, KnownLabels labels, ProjectScope scope)
    {
        foreach (var label in slo.By)
        {
            var lacking = ExpressionUse.OfIndicator(slo)
                .SelectMany(GroupedAlone)
                .FirstOrDefault(series => labels.Of(series)?.Contains(label.Value) == false);
            if (lacking is not null)
            {
                scope.Report(Finding(label.Value, label.Span, lacking, labels));
            }
        }
    }

    // Of combined counters, each is grouped before they are combined.
    private static IEnumerable<PromQlExpr> GroupedAlone(ExpressionUse use)
        => use.Role == ExpressionRole.Query ? [use.Expression.Expr] : PromQlWalker.Selectors(use.Expression.Expr);

    private Diagnostic Finding(string label, SourceSpan place, PromQlExpr series, KnownLabels labels)
    {
        var names = string.Join(", ", PromQlWalker.Selectors(series).Select(s => s.MetricName).Distinct(StringComparer.Ordinal));
        var described = labels.Described(series);
        var nearest = Suggestions.Nearest(label, described);
        var has = described.IsEmpty ? "There are no labels." : $"There are {string.Join(", ", described)}.";
        return new Diagnostic(Descriptor, place, $"The series of {names} have no label \"{label}\". {has}")
        {
            Help = nearest is null ? Descriptor.Help : $"Did you mean {nearest}? Otherwise add the label to the metric's catalogue.",
        };
    }

    private static TextSpan PlaceOf(string label, TextSpan clause, string text)
    {
        for (var at = text.IndexOf(label, clause.Start, StringComparison.Ordinal);
            at >= 0 && at < clause.End;
            at = text.IndexOf(label, at + 1, StringComparison.Ordinal))
        {
            if (!IsPartOfWord(text, at - 1) && !IsPartOfWord(text, at + label.Length))
            {
                return new TextSpan(at, label.Length);
            }
        }

        return clause;
    }

    private static bool IsPartOfWord(string text, int at)
        => at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_');
}
