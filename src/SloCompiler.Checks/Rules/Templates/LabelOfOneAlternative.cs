using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Language.Templates.References;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Templates;

/// <summary>A template reads a label that only some sides of an or in the expression have.</summary>
public sealed class LabelOfOneAlternative : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO551", "label-of-one-alternative", Severity.Warning,
        "A template reads a label that only some sides of an or in the expression have.",
        "When another side fires, the text has a hole where the name of what is broken should stand.",
        "Give all sides the same labels, or write an alert for each.");

    /// <inheritdoc />
    public override string Documentation => """
        Sides without labels of their own, such as `absent` and `vector(0)`, are information only, and so is all where the alert prints all labels.

        ```yaml bad
        - alert: QueueFull
          expr: sum by (queue) (queue_length) > 100 or sum by (node) (queue_disk_bytes) > 1e9
          annotations:
            summary: The queue {{ $labels.queue }} is full. # <-
        ```

        ```yaml good
        - alert: QueueFull
          expr: sum by (queue) (queue_length) > 100 or sum by (queue) (queue_disk_bytes) > 1e9
          annotations:
            summary: The queue {{ $labels.queue }} is full.
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (scope.Templates.IsEmpty || scope.Expression is not { } expression || expression.Labels.Root.Branches.Count(b => !b.IsDead) < 2)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var template in scope.Templates)
        {
            foreach (var label in template.References.Labels.Where(l => !l.IsTested && seen.Add(l.Name)))
            {
                Inspect(template, label, scope, expression.Labels.Root.Branches.Where(b => !b.IsDead).ToList());
            }
        }
    }

    private void Inspect(RuleTemplate template, TemplateLabelReference label, RuleScope scope, List<LabelBranch> branches)
    {
        var missing = branches.Where(b => b.Labels.Of(label.Name).IsImpossible).ToList();
        if (missing.Count == 0 || missing.Count == branches.Count || scope.Expression is not { } expression)
        {
            return;
        }

        var isMild = missing.All(b => b.Origin != BranchOrigin.Series) || scope.Templates.Any(t => !t.IsLabel && t.References.ReadsAllLabels);
        scope.Report(new Diagnostic(Descriptor, template.Map(label.NameSpan), $"Only some sides of `or` have the label `{label.Name}`.")
        {
            Severity = isMild ? Severity.Info : Severity.Warning,
            Related = [new RelatedLocation(expression.Map(missing[0].Source), $"Series from here do not have it: {missing[0].Labels.Of(label.Name).Reason.Text}.")],
        });
    }
}
