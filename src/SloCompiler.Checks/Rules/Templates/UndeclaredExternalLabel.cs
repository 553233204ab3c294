using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Templates;

/// <summary>A template reads an external label that the settings do not declare.</summary>
public sealed class UndeclaredExternalLabel : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO557", "undeclared-external-label", Severity.Warning,
        "A template reads an external label that the settings do not declare.",
        "It is replaced by nothing where Prometheus does not have the label.",
        "Correct the name, or declare the label under external_labels.");

    /// <inheritdoc />
    public override string Documentation => """
        Silent where the settings declare no external labels at all.

        ```yaml bad
        --- slo.yaml
        version: slo-project/v1
        rules: ["*.yml"]
        external_labels: { cluster: eu1 }
        --- rules.yml
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: The queue in {{ $externalLabels.region }} is full. # <-
        ```

        ```yaml good
        --- slo.yaml
        version: slo-project/v1
        rules: ["*.yml"]
        external_labels: { cluster: eu1 }
        --- rules.yml
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: The queue in {{ $externalLabels.cluster }} is full.
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        var declared = scope.Project.Specs.Config.ExternalLabels;
        if (declared.IsEmpty)
        {
            return;
        }

        var names = declared.Select(l => l.Name).ToList();
        foreach (var template in scope.Templates)
        {
            foreach (var label in template.References.ExternalLabels.Where(l => !l.IsTested && !names.Contains(l.Name, StringComparer.Ordinal)))
            {
                var nearest = Suggestions.Nearest(label.Name, names);
                scope.Report(new Diagnostic(Descriptor, template.Map(label.NameSpan), $"The settings declare no external label `{label.Name}`.")
                {
                    Help = nearest is null ? Descriptor.Help : $"Did you mean `{nearest}`?",
                });
            }
        }
    }
}
