using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Records;

/// <summary>A label of a rule that takes away what tells its series apart.</summary>
public sealed class SeriesCollideByLabel : RuleLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO608", "series-collide-by-label", Severity.Error,
        "A label of a rule replaces the label that tells the series of the result apart; only a warning where other labels may still do.",
        "Two series with the same labels make the evaluation fail, so nothing is recorded and no alert fires.",
        "Give the label of the rule another name, or aggregate the label away in the expression.");

    /// <inheritdoc />
    public override string Documentation => """
        An error where the labels of the result are known and the rule sets all of them that can differ: from the second series on, the
        rule fails. A warning where the rule sets one of several labels that the expression groups by. Labels with templates and labels
        that have one value only, by a matcher for example, are not reported.

        ```yaml bad
        - alert: ManyErrors
          expr: sum by (instance) (rate(errors_total[5m])) > 10
          for: 5m
          labels:
            instance: production # <-
        ```

        ```yaml good
        - alert: ManyErrors
          expr: sum by (instance) (rate(errors_total[5m])) > 10
          for: 5m
          labels:
            stage: production
        ```

        """;

    /// <inheritdoc />
    public override void Check(RuleScope scope)
    {
        if (scope.Expression is null)
        {
            return;
        }

        ImmutableArray<RuleLabel> fixedLabels = [.. scope.Group.LabelsOf(scope.Rule).Where(l => !l.Value.Contains("{{", StringComparison.Ordinal))];
        if (fixedLabels.IsEmpty || scope.Expression.Labels.Root is not { Branches: [{ IsDead: false, Labels.IsOpen: false } only] })
        {
            return;
        }

        var telling = only.Labels.Named.Where(p => p is { IsImpossible: false, Constant: null, Name: not LabelSet.MetricName }).ToImmutableArray();
        ImmutableArray<RuleLabel> replaced = [.. fixedLabels.Where(l => telling.Any(p => p.Name == l.Name))];
        var isCertain = replaced.Length == telling.Length;
        foreach (var label in replaced.Where(l => isCertain || IsGroupedBy(only, l.Name)))
        {
            var rest = telling.Select(p => p.Name).Except(replaced.Select(l => l.Name));
            scope.Report(new Diagnostic(Descriptor, label.Key.Span, isCertain
                ? $"Only `{label.Name}` tells the series of the result apart, and the rule sets it to \"{label.Value}\" on all of them."
                : $"The expression groups by `{label.Name}`, and the rule sets it to \"{label.Value}\" on all series; only {string.Join(", ", rest)} may still tell them apart.")
            {
                Severity = isCertain ? Severity.Error : Severity.Warning,
            });
        }
    }

    private static bool IsGroupedBy(LabelBranch branch, string label)
        => branch.Aggregation?.Grouping is { IsWithout: false } by && by.Labels.Contains(label, StringComparer.Ordinal);
}
