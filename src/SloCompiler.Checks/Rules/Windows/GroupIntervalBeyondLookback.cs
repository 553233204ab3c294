using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Windows;

/// <summary>A group that records less often than samples stay visible.</summary>
public sealed class GroupIntervalBeyondLookback : GroupLint
{
    private static readonly PrometheusDuration Lookback = PrometheusDuration.FromMinutes(5);

    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO407", "group-interval-beyond-lookback", Severity.Warning,
        "A group that records series is evaluated less often than every five minutes.",
        "A sample is visible for five minutes, so the recorded series is missing from then until the next evaluation.",
        "Evaluate the group at least every five minutes.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported once for a group, at its interval. Groups that only alert are left alone: their alerts stay active from one evaluation
        to the next.

        ```yaml bad
        groups:
        - name: capacity
          interval: 15m # <-
          rules:
          - record: job:disk_free_bytes:min
            expr: min by (job) (disk_free_bytes)
        ```

        ```yaml good
        groups:
        - name: capacity
          interval: 5m
          rules:
          - record: job:disk_free_bytes:min
            expr: min by (job) (disk_free_bytes)
        ```

        """;

    /// <inheritdoc />
    public override void Check(GroupScope scope)
    {
        if (scope.Group.Interval is { } interval && interval.Value > Lookback && scope.Group.Rules.OfType<RecordingRule>().FirstOrDefault() is { } record)
        {
            scope.Report(new Diagnostic(Descriptor, interval.Span, $"`{record.Name.Value}` is recorded every {interval.Value} and visible for {Lookback} each time.")
            {
                Related = [new RelatedLocation(record.Name.Span, "This series has gaps.")],
            });
        }
    }
}
