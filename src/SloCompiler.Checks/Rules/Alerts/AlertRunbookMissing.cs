using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Rules.Runbooks;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>An alert links to a runbook of the project that does not exist.</summary>
public sealed class AlertRunbookMissing : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO540", "alert-runbook-missing", Severity.Warning,
        "An alert links to a runbook of the project that does not exist.",
        "Somebody who is woken by the alert follows its link and finds nothing.",
        "Write the runbook, or correct the link.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where `runbook_url` fits the URL pattern of the settings and the file that the settings name for it is missing, or has no
        heading for the anchor. Templates and other URLs are not looked at.

        ```yaml bad
        --- slo.yaml
        version: slo-project/v1
        rules: ["*.yml"]
        runbooks: { url: "https://runbooks.example.org/{runbook}", files: "runbooks/{runbook}.md" }
        --- runbooks/queue.md
        # Queue
        --- rules.yml
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: The queue is full.
            runbook_url: https://runbooks.example.org/queues # <-
        ```

        ```yaml good
        --- slo.yaml
        version: slo-project/v1
        rules: ["*.yml"]
        runbooks: { url: "https://runbooks.example.org/{runbook}", files: "runbooks/{runbook}.md" }
        --- runbooks/queue.md
        # Queue
        --- rules.yml
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: The queue is full.
            runbook_url: https://runbooks.example.org/queue
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (alert.Annotations?.Find("runbook_url") is not { } link || DeclaredRunbooks.FileOf(link.Value, scope.Project.Specs.Config) is not { } file)
        {
            return;
        }

        if (scope.Project.Files.ReadText(file.Path) is not { } text)
        {
            scope.Report(Descriptor, link.Scalar.Span, $"This should be the file {file.Path}, which does not exist.");
        }
        else if (file.Anchor is { } anchor && !MarkdownAnchors.Of(text).Contains(anchor, StringComparer.Ordinal))
        {
            scope.Report(Descriptor, link.Scalar.Span, $"No heading of {file.Path} has the anchor \"{anchor}\".");
        }
    }
}
