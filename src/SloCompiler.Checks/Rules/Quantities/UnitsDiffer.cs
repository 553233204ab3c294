using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Quantities;

/// <summary>Two values that are not measured in the same unit.</summary>
public sealed class UnitsDiffer : ExpressionLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO460", "units-differ", Severity.Warning,
        "Values of different units are added, subtracted, compared, or divided where only the size of the unit differs.",
        "The result is a number without a meaning, and the alert on it fires always or never.",
        "Convert one side, for example by `/ 1000` from milliseconds to seconds.");

    /// <inheritdoc />
    public override string Documentation => """
        Units are those of catalogues and what follows from them; names are not believed. Silent without a catalogue.

        ```yaml bad
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          last_success_ms: { type: gauge, unit: timestamp_milliseconds }
        --- rules.yml
        - alert: BackupTooOld
          expr: time() - last_success_ms > 86400 # <-
          for: 5m
        ```

        ```yaml good
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          last_success_ms: { type: gauge, unit: timestamp_milliseconds }
        --- rules.yml
        - alert: BackupTooOld
          expr: time() - last_success_ms / 1000 > 86400
          for: 5m
        ```

        """;

    /// <inheritdoc />
    public override void Check(ExpressionScope scope)
    {
        foreach (var conflict in scope.Quantities.Conflicts)
        {
            scope.Report(new Diagnostic(Descriptor, scope.Map(conflict.Operation.OperatorSpan), $"The left side is in {NameOf(conflict.Left)}, the right side in {NameOf(conflict.Right)}.")
            {
                Help = conflict.IsOnlyScale ? Descriptor.Help : "Check that both sides are what is meant; no factor converts one unit to the other.",
            });
        }
    }

    private static string NameOf(Quantity quantity) => quantity.Unit is not { IsDimensionless: true } unit ? $"{quantity.Unit}"
        : quantity.Kind == QuantityKind.Ratio ? "a ratio"
        : unit == Unit.Percent ? "percent"
        : "a number without a unit";
}
