using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Templates;

/// <summary>A template reads a label that no series of the expression has.</summary>
public sealed class LabelNeverSet : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO550", "label-never-set", Severity.Warning,
        "A template reads a label that no series of the expression has.",
        "It is replaced by nothing: the text has a hole where the name of what is broken should stand.",
        "Keep the label in the grouping, or remove it from the text.");

    /// <inheritdoc />
    public override string Documentation => """
        Followed are aggregations, joins, `label_replace`, records and the catalogue. Labels that are read to test them are not reported, nor
        external labels of the settings. Where the same alert prints all labels, or the rule itself sets the label, which Prometheus does
        only after templates are expanded, it is information.

        ```yaml bad
        - alert: QueueFull
          expr: sum by (queue) (queue_length) > 100
          annotations:
            summary: The queue of {{ $labels.instance }} is full. # <-
        ```

        ```yaml good
        - alert: QueueFull
          expr: sum by (queue, instance) (queue_length) > 100
          annotations:
            summary: The queue of {{ $labels.instance }} is full.
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (scope.Templates.IsEmpty || scope.Expression is not { } expression)
        {
            return;
        }

        var read = scope.Templates
            .SelectMany(t => t.References.Labels.Where(l => !l.IsTested).Select(l => (Template: t, Label: l)))
            .ToLookup(r => r.Label.Name, StringComparer.Ordinal);
        var live = read.Count == 0 ? [] : expression.Labels.Root.Branches.Where(b => !b.IsDead).ToList();
        foreach (var places in read.Where(r => live.Count > 0 && !scope.Project.Meaning.ExternalLabels.Contains(r.Key, StringComparer.Ordinal)))
        {
            var reasons = live.Select(b => b.Labels.Of(places.Key)).Where(p => p.IsImpossible).Select(p => p.Reason).ToList();
            if (reasons.Count == live.Count)
            {
                Report([.. places.Select(p => p.Template.Map(p.Label.NameSpan))], places.Key, reasons[0], scope, expression);
            }
        }
    }

    private void Report(ImmutableArray<SourceSpan> places, string label, LabelReason reason, RuleScope scope, ExpressionScope expression)
    {
        var isOwn = scope.Group.LabelsOf(scope.Rule).Any(l => l.Name == label);
        var isMild = isOwn || scope.Templates.Any(t => !t.IsLabel && t.References.ReadsAllLabels);
        scope.Report(new Diagnostic(Descriptor, places[0], $"No series of the expression has the label `{label}`: {reason.Text}.")
        {
            Severity = isMild ? Severity.Info : Severity.Warning,
            Help = isOwn ? $"The rule sets `{label}` only after its templates are expanded: write the value in the text." : Descriptor.Help,
            Related =
            [
                new RelatedLocation(expression.Map(reason.Span), "This decides it."),
                .. places.Skip(1).Take(3).Select(p => new RelatedLocation(p, "It is read here as well.")),
            ],
        });
    }
}
