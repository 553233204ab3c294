using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Dashboards;

/// <summary>A rate whose window does not follow the zoom.</summary>
public sealed class FixedRateWindow : NodeLint<CallExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO738", "fixed-rate-window", Severity.Info,
        "A panel takes a rate over a fixed range.",
        "Zoomed out, the steps of the graph are longer than the range, and what happens between them is never seen; zoomed in, it is smoother than it need be.",
        "Write `[$__rate_interval]`.");

    /// <inheritdoc />
    public override string Documentation => DashboardExamples.Of(
        "Only `rate` and `irate` are looked at; `increase` and the rest often mean a fixed time.",
        bad: DashboardExamples.Query("sum(rate(requests_total[5m]))"),
        good: DashboardExamples.Query("sum(rate(requests_total[$__rate_interval]))"));

    /// <inheritdoc />
    public override void Check(CallExpr node, NodeScope scope)
    {
        if (scope.Expression.Owner is ExpressionOwner.OfPanel
            && node is { Function: "rate" or "irate", Arguments: [MatrixSelector { Range: DurationLiteral { Value: var window } range }] })
        {
            scope.Report(Descriptor, range.Span, $"The window of {node.Function}() is {window} at every zoom.");
        }
    }
}
