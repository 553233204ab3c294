using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Names;

/// <summary>A record with the name of a scraped metric.</summary>
public sealed class RecordHidesMetric : RecordLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO624", "record-hides-metric", Severity.Warning,
        "A record has the name of a metric that its catalogue describes.",
        "Scraped and recorded series mix under one name, so that sums count both.",
        "Name the record level:metric:operations.");

    /// <inheritdoc />
    public override string Documentation => """
        Names with a colon may be described in a catalogue for their labels and are not reported. Silent without a catalogue.

        ```yaml bad
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          queue_length: { type: gauge }
        --- rules.yml
        - record: queue_length # <-
          expr: sum by (job) (queue_length)
        ```

        ```yaml good
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          queue_length: { type: gauge }
        --- rules.yml
        - record: job:queue_length:sum
          expr: sum by (job) (queue_length)
        ```

        """;

    /// <inheritdoc />
    public override void Check(RecordingRule record, RuleScope scope)
    {
        var name = record.Name.Value;
        if (!name.Contains(':', StringComparison.Ordinal) && scope.Project.Specs.Catalogue.FindBySeries(name) is { } metric)
        {
            scope.Report(new Diagnostic(Descriptor, record.Name.Span, $"`{name}` is also a metric that is scraped.")
            {
                Related = [new RelatedLocation(metric.Span, "The metric is described here.")],
            });
        }
    }
}
