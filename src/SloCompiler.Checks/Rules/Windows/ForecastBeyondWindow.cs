using System.Globalization;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Windows;

/// <summary>A forecast far beyond what it is made from.</summary>
public sealed class ForecastBeyondWindow : NodeLint<CallExpr>
{
    private const int Odd = 6;
    private const int Absurd = 24;

    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO403", "forecast-beyond-window", Severity.Warning,
        "predict_linear() looks more than 24 times as far ahead as its window goes back; information from 6 times on.",
        "A short burst in the window is drawn out into days, so the alert fires on noise and misses slow growth.",
        "Widen the window to a quarter of the forecast or more, or forecast less far.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where both the window and the time ahead are constant.

        ```promql bad
        predict_linear(disk_free_bytes[1h], 2 * 86400) < 0 # <-
        ```

        ```promql good
        predict_linear(disk_free_bytes[6h], 86400) < 0
        ```

        """;

    /// <inheritdoc />
    public override void Check(CallExpr node, NodeScope scope)
    {
        if (node is not { Function: "predict_linear", Arguments: [var series, var ahead] }
            || WindowOf(series) is not (var range, { Milliseconds: > 0 } length)
            || ConstantFolding.ValueOf(ahead) is not { } seconds
            || !(seconds * 1000 >= (double)Odd * length.Milliseconds)
            || seconds > int.MaxValue)
        {
            return;
        }

        var factor = Math.Round(seconds * 1000 / length.Milliseconds).ToString(CultureInfo.InvariantCulture);
        var horizon = new PrometheusDuration((long)(seconds * 1000));
        scope.Report(new Diagnostic(Descriptor, scope.Expression.Map(range.Span), $"The forecast reaches {horizon} ahead, {factor} times as far as its window of {length} goes back.")
        {
            Severity = seconds * 1000 > (double)Absurd * length.Milliseconds ? Severity.Warning : Severity.Info,
        });
    }

    private static (PromQlDuration Written, PrometheusDuration Length)? WindowOf(PromQlExpr expr)
    {
        var written = expr switch
        {
            MatrixSelector matrix => matrix.Range,
            SubqueryExpr subquery => subquery.Range,
            _ => null,
        };
        return written is not null && RangeFacts.Of(written) is { } length ? (written, length) : null;
    }
}
