using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert that wakes somebody has no runbook_url.</summary>
public sealed class PageWithoutRunbook : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO541", "page-without-runbook", Severity.Info,
        "An alert that wakes somebody has no runbook_url.",
        "What to do has to be found out at night, by whoever is on call.",
        "Link to what to do first.");

    /// <inheritdoc />
    public override string Documentation => """
        Pages are alerts of severity `page` or `critical`, or what the settings call a page. It is a warning where the settings say where
        runbooks are.

        ```yaml bad
        --- slo.yaml
        version: slo-project/v1
        rules: ["*.yml"]
        runbooks: { files: "runbooks/{runbook}.md" }
        --- rules.yml
        - alert: QueueFull # <-
          expr: queue_length > 100
          labels: { severity: critical }
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length > 100
          labels: { severity: critical }
          annotations:
            summary: The queue is full.
            runbook_url: https://runbooks.example.org/queue
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (AlertSeverity.IsPage(scope) && alert.Annotations?.Items.Any(a => a.Name.StartsWith("runb", StringComparison.OrdinalIgnoreCase)) != true)
        {
            scope.Report(new Diagnostic(Descriptor, alert.Name.Span, $"`{alert.Name.Value}` wakes somebody and links to no runbook.")
            {
                Severity = DeclaredRunbooks.Exist(scope.Project.Specs.Config) ? Severity.Warning : Severity.Info,
            });
        }
    }
}
