using System.Globalization;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Quantities;

/// <summary>A threshold that was meant for another unit.</summary>
public sealed class ImplausibleThreshold : ExpressionLint
{
    private const double MostOfRatio = 5;
    private const double FirstTimestamp = 1e8;

    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO461", "implausible-threshold", Severity.Warning,
        "A value is compared with a number that does not suit its unit.",
        "A percentage where a ratio is needed is never reached, and a length of time where a point in time is needed always is.",
        "Convert the threshold to the unit of the value.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported: a declared ratio compared with more than 5; a declared point in time compared with a number that is a length of time. As
        information: a quotient of equal units compared with more than 5, and percent compared with 1 or less. Silent without a catalogue.

        ```yaml bad
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          cache_hit_ratio: { type: gauge, unit: ratio }
          last_backup_time: { type: gauge, unit: timestamp }
        --- rules.yml
        - alert: ColdCache
          expr: cache_hit_ratio < 80 # <-
          for: 5m
        - alert: BackupTooOld
          expr: last_backup_time > 86400 # <-
          for: 5m
        ```

        ```yaml good
        --- app.metrics.yaml
        version: metrics/v1
        metrics:
          cache_hit_ratio: { type: gauge, unit: ratio }
          last_backup_time: { type: gauge, unit: timestamp }
        --- rules.yml
        - alert: ColdCache
          expr: cache_hit_ratio < 0.8
          for: 5m
        - alert: BackupTooOld
          expr: time() - last_backup_time > 86400
          for: 5m
        ```

        """;

    /// <inheritdoc />
    public override void Check(ExpressionScope scope)
    {
        foreach (var comparison in scope.Quantities.Comparisons)
        {
            if (Judge(comparison) is (var severity, var message))
            {
                scope.Report(new Diagnostic(Descriptor, scope.Map(ConstantOf(comparison).Span), message) { Severity = severity });
            }
        }
    }

    private static (Severity Severity, string Message)? Judge(LiteralComparison comparison)
    {
        var literal = comparison.Literal;
        var written = literal.ToString(CultureInfo.InvariantCulture);
        return comparison.Quantity.Kind switch
        {
            QuantityKind.Ratio when literal > MostOfRatio
                => (IsDeclared(comparison) ? Severity.Warning : Severity.Info, $"The value is a ratio, where 1 is the whole, and is compared with {written}."),
            QuantityKind.Percent when literal is > 0 and <= 1
                => (Severity.Info, $"The value is in percent, and is compared with {written}."),
            QuantityKind.Timestamp when comparison.Quantity.Unit is { IsTime: true } unit && literal * unit.Scale is > 0 and < FirstTimestamp
                => (Severity.Warning, $"The value is a point in time, counted from 1970, and is compared with {written}."),
            _ => null,
        };
    }

    // A quotient may be of different things with one unit: requests for each session.
    private static bool IsDeclared(LiteralComparison comparison)
        => !PromQlWalker.DescendantsAndSelf(comparison.Compared).Any(n => n is BinaryExpr or AggregateExpr { Operator: "sum" });

    private static PromQlExpr ConstantOf(LiteralComparison comparison)
        => ReferenceEquals(comparison.Comparison.Left, comparison.Compared) ? comparison.Comparison.Right : comparison.Comparison.Left;
}
