using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Meaning.Quantities;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Templates;

/// <summary>A text formats a value as a percentage, a duration or bytes that it is not.</summary>
public sealed class WrongHumanizer : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO556", "wrong-humanizer", Severity.Warning,
        "A text formats a value as a percentage, a duration or bytes that it is not.",
        "humanizePercentage multiplies by 100, humanizeDuration takes seconds, humanize1024 counts in powers of 1024: of anything else they make a wrong number.",
        "Use the function that fits, or convert the value in the expression.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where the expression multiplies a quotient by 100, or where the catalogue says another unit.

        ```yaml bad
        - alert: Errors
          expr: 100 * sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total[5m])) > 5
          for: 5m
          annotations:
            summary: '{{ $value | humanizePercentage }} of the requests fail.' # <-
        ```

        ```yaml good
        - alert: Errors
          expr: 100 * sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total[5m])) > 5
          for: 5m
          annotations:
            summary: '{{ $value | humanize }}% of the requests fail.'
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (scope.Expression is not { } expression)
        {
            return;
        }

        foreach (var template in scope.Templates)
        {
            foreach (var value in template.References.Values)
            {
                if (value is { Query: null, Functions: [var function, ..] } && ProblemOf(function.Name, expression) is { } problem)
                {
                    scope.Report(Descriptor, template.Map(function.Span), problem);
                }
            }
        }
    }

    private static string? ProblemOf(string function, ExpressionScope scope) => function switch
    {
        "humanizePercentage" when AlertValue.IsPercent(scope) => "The value is a percentage already, and this multiplies it by 100 again.",
        "humanizePercentage" when AlertValue.UnitOf(scope) is { IsDimensionless: false } unit => $"The value is in {unit}, and this takes a share between 0 and 1.",
        "humanizeDuration" when AlertValue.UnitOf(scope) is { } unit && unit != Unit.Seconds => $"The value is in {Named(unit)}, and this takes seconds.",
        "humanize1024" when AlertValue.UnitOf(scope) is { IsTime: true } unit => $"The value is in {unit}, and this counts in powers of 1024.",
        _ => null,
    };

    private static string Named(Unit unit) => unit == Unit.One ? "plain numbers" : unit.ToString();
}
