using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Rules.Alerts;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Language.Templates.References;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Templates;

/// <summary>A text prints a computed value with all of its digits.</summary>
public sealed class UnformattedRate : AlertLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO553", "unformatted-rate", Severity.Info,
        "A text prints a computed value with all of its digits.",
        "A rate or a quotient has up to 17 digits, of which a reader needs two or three.",
        "Write `{{ $value | humanize }}`, or a printf with a format.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported are values of `rate`, `irate`, `deriv` and quotients that are printed without any function.

        ```yaml bad
        - alert: Errors
          expr: rate(request_errors_total[5m]) > 0.1
          annotations:
            summary: There are {{ $value }} errors a second. # <-
        ```

        ```yaml good
        - alert: Errors
          expr: rate(request_errors_total[5m]) > 0.1
          annotations:
            summary: There are {{ $value | humanize }} errors a second.
        ```
        """;

    /// <inheritdoc />
    public override void Check(AlertingRule alert, RuleScope scope)
    {
        if (scope.Templates.IsEmpty || scope.Expression is not { } expression || !ConditionSyntax.ThresholdsOf(expression.Expr).Any(t => IsComputed(t.Value)))
        {
            return;
        }

        foreach (var template in scope.Templates.Where(t => !t.IsLabel))
        {
            foreach (var value in template.References.Values.Where(v => v is { Use: TemplateValueUse.Printed, Query: null, Functions.IsEmpty: true }).Take(1))
            {
                scope.Report(Descriptor, template.Map(value.Span), "The value is computed and is printed with all of its digits.");
            }
        }
    }

    private static bool IsComputed(PromQlExpr value) => ConditionSyntax.Unaggregated(value) switch
    {
        CallExpr { Function: "rate" or "irate" or "deriv" } => true,
        BinaryExpr { Operator: BinaryOperator.Divide } => true,
        BinaryExpr { Operator: BinaryOperator.Multiply or BinaryOperator.Add or BinaryOperator.Subtract } binary => IsComputed(binary.Left) || IsComputed(binary.Right),
        _ => false,
    };
}
