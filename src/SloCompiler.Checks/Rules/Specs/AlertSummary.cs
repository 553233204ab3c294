using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.Model;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Specs;

/// <summary>A plain alert whose summary helps nobody.</summary>
public sealed class AlertSummary : SpecLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO233", "spec-summary-style", Severity.Info,
        "The summary of a plain alert of a spec is missing or not one short sentence.",
        "It is read in a list of notifications, on a telephone.",
        "Write one line that starts with a capital, and move the rest to the description.");

    private const int Longest = 120;

    /// <inheritdoc />
    public override string Documentation => SpecExamples.Of(
        "Reported are alerts without a summary, and summaries that have several lines or more than 120 characters, start with a lower-case word, or only repeat the name of the alert.",
        bad: SpecExamples.Alert("QueueFull"),
        good: SpecExamples.Alert("Jobs wait for more than ten minutes."));

    /// <inheritdoc />
    public override void Check(SpecScope scope)
    {
        foreach (var alert in scope.Service.Alerts)
        {
            if (ProblemOf(alert) is { } problem)
            {
                scope.Report(Descriptor, alert.Name.Span, $"The summary of {alert.Name.Value} {problem}.");
            }
        }
    }

    private static string? ProblemOf(ThresholdAlert alert)
    {
        var summary = (alert.Summary ?? "").Trim();
        return summary.Length == 0 ? "is missing"
            : summary == alert.Name.Value ? "only repeats its name"
            : summary.Contains('\n', StringComparison.Ordinal) ? "has several lines"
            : summary.Length > Longest ? $"has {summary.Length} characters"
            : char.IsLower(summary[0]) && summary.Split(' ')[0].All(char.IsLower) ? "starts with a lower-case word"
            : null;
    }
}
