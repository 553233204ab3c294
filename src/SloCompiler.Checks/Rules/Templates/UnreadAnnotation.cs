using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Templates;

/// <summary>An annotation has nearly the name that dashboards and notifications read, but not quite.</summary>
public sealed class UnreadAnnotation : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO558", "unread-annotation", Severity.Warning,
        "An annotation has nearly the name that dashboards and notifications read, but not quite.",
        "Alertmanager templates and Grafana look for runbook_url, summary and description: under another name the link or text is missing.",
        "Rename the annotation.");

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Safe;

    /// <inheritdoc />
    public override string Documentation => """
        Reported are `runbook` and misspelt forms of `runbook_url`, `summary` and `description`, unless the alert has that annotation too.
        The fix is safe where it is certain what was meant: a `runbook` that is a URL.

        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: The queue is full.
            runbook: https://runbooks.example.org/queue # <-
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: The queue is full.
            runbook_url: https://runbooks.example.org/queue
        ```
        """;

    private const string Runbook = "runbook_url";
    private static readonly ImmutableArray<string> Known = [Runbook, "summary", "description"];

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        foreach (var annotation in alert.Annotations?.Items ?? [])
        {
            if (MeantBy(annotation.Name) is { } meant && alert.Annotations?.Find(meant) is null)
            {
                scope.Report(new Diagnostic(Descriptor, annotation.Key.Span, $"`{annotation.Name}` is not read; `{meant}` is.")
                {
                    Help = $"Rename it to `{meant}`.",
                    Fix = new Fix($"Rename to `{meant}`", SafetyOf(annotation), [new TextEdit(annotation.Key.Span, meant)]),
                });
            }
        }
    }

    private static string? MeantBy(string name)
        => Known.Contains(name, StringComparer.Ordinal) ? null
        : name is "runbook" or "runbooks" or "runbook_link" or "runbookURL" or "runbook-url" ? Runbook
        : name.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? null
        : Suggestions.Nearest(name, Known);

    private static FixSafety SafetyOf(RuleLabel annotation)
        => annotation.Name == "runbook" && annotation.Value.StartsWith("http", StringComparison.Ordinal) ? FixSafety.Safe : FixSafety.Unsafe;
}
