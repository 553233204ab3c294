using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>The summary of an alert is not one short sentence.</summary>
public sealed class SummaryStyle : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO543", "summary-style", Severity.Info,
        "The summary of an alert is not one short sentence.",
        "It is read in a list of notifications, on a telephone.",
        "Write one line that starts with a capital, and move the rest to the description.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported are summaries that are empty, have several lines or more than 120 characters, start with a lower-case word, or only repeat the
        name of the alert.

        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: queue is full # <-
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length > 100
          annotations:
            summary: Queue is full.
        ```
        """;

    private const int Longest = 120;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (alert.Annotations?.Find("summary") is { } summary && ProblemOf(summary.Value.Trim(), alert.Name.Value) is { } problem)
        {
            scope.Report(Descriptor, summary.Scalar.Span, problem);
        }
    }

    private static string? ProblemOf(string summary, string name)
        => summary.Length == 0 ? "The summary is empty."
        : summary == name ? "The summary only repeats the name of the alert."
        : summary.Contains('\n') ? "The summary has several lines."
        : summary.Length > Longest ? $"The summary has {summary.Length} characters."
        : char.IsLower(summary[0]) && summary.Split(' ')[0].All(char.IsLower) ? "The summary starts with a lower-case word."
        : null;
}
