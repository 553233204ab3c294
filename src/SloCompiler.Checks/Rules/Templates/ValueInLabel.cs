using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Language.Templates.References;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Templates;

/// <summary>A label of an alert holds the value of the expression.</summary>
public sealed class ValueInLabel : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO552", "value-in-label", Severity.Warning,
        "A label of an alert holds the value of the expression.",
        "Labels are the identity of an alert: with every other value one alert ends and another begins, for starts anew, and silences miss.",
        "Put the value into an annotation.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where the value is printed. Labels that only depend on a test of the value, such as a severity, are not.

        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100
          labels:
            length: "{{ $value }}" # <-
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length > 100
          labels:
            severity: '{{ if gt $value 1000.0 }}critical{{ else }}warning{{ end }}'
          annotations:
            summary: The queue has {{ $value }} messages.
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        foreach (var template in scope.Templates.Where(t => t.IsLabel))
        {
            foreach (var value in template.References.Values.Where(v => v.Use == TemplateValueUse.Printed).Take(1))
            {
                scope.Report(Descriptor, template.Map(value.Span), $"The label `{template.Entry.Name}` changes with the value, and the alert becomes another one each time.");
            }
        }
    }
}
