using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Rules.Windows;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Cost;

/// <summary>A window of days over raw series.</summary>
public sealed class RawWindowLong : NodeLint<MatrixSelector>
{
    private static readonly PrometheusDuration Day = PrometheusDuration.FromDays(1);
    private static readonly PrometheusDuration Hour = PrometheusDuration.FromHours(1);

    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO441", "raw-window-long", Severity.Info,
        "A rule reads more than a day of raw series in every evaluation.",
        "The cost grows with the window and the number of series, and is paid in every interval of the group.",
        "Record the series over a short window, aggregated, and take the long window over the record.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for ranges above a day over series that are not recorded, in groups whose interval is less than an hour or not written.

        ```promql-record bad
        sum by (job) (increase(requests_total[30d])) # <-
        ```

        ```yaml good
        - record: job:requests:increase5m
          expr: sum by (job) (increase(requests_total[5m]))
        - record: job:requests:increase30d
          expr: sum by (job) (sum_over_time(job:requests:increase5m[30d:5m]))
        ```

        """;

    /// <inheritdoc />
    public override void Check(MatrixSelector node, NodeScope scope)
    {
        if (scope.Expression.Owner is ExpressionOwner.OfRule { Group: var group }
            && RangeFacts.Of(node.Range) is { } range
            && range > Day
            && node.Selector.MetricName is { } name
            && !name.Contains(':', StringComparison.Ordinal)
            && scope.Expression.Project.Meaning.Records.Find(name).IsEmpty
            && (group.Interval is null || group.Interval.Value < Hour))
        {
            scope.Report(Descriptor, node.Range.Span, $"Every evaluation reads {range} of all series of {name}.");
        }
    }
}
