using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Quantities;

/// <summary>A record whose name ends in another unit than its values have.</summary>
public sealed class RecordUnitDiffers : RecordLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO462", "record-unit-differs", Severity.Warning,
        "The name of a record ends in a unit, and its values are in another.",
        "Dashboards and thresholds are written by the unit in the name.",
        "Correct the name, or convert the value.");

    /// <inheritdoc />
    public override string Documentation => """
        Looked at is the end of the last part of the name: `…_seconds`, `…_bytes`, `…_ratio` and the like. The unit of the value follows
        from the catalogue; silent without one.

        ```yaml bad
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          job_duration_ms: { type: gauge, unit: milliseconds }
        --- rules.yml
        - record: job:duration:max_seconds # <-
          expr: max by (job) (job_duration_ms)
        ```

        ```yaml good
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          job_duration_ms: { type: gauge, unit: milliseconds }
        --- rules.yml
        - record: job:duration:max_seconds
          expr: max by (job) (job_duration_ms) / 1000
        ```

        """;

    /// <inheritdoc />
    public override void Check(RecordingRule record, RuleScope scope)
    {
        if (scope.Expression is not { } expression
            || NameHints.Of(record.Name.Value[(record.Name.Value.LastIndexOf(':') + 1)..]) is not { Kind: QuantityKind.Unknown or QuantityKind.Ratio or QuantityKind.Percent, Unit: { } named }
            || expression.Quantities.Whole is not { Constant: null, Unit: { } actual } whole
            || whole.Kind == QuantityKind.Unknown
            || named == actual)
        {
            return;
        }

        scope.Report(Descriptor, record.Name.Span, $"The name says {TextOf(named)}, and the value is {(actual == Unit.One ? "a number without a unit" : $"in {actual}")}.");
    }

    private static string TextOf(Unit unit) => unit == Unit.One ? "ratio" : unit.ToString();
}
