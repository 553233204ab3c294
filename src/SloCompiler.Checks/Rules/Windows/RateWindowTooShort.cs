using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Windows;

/// <summary>A rate over fewer than four scrapes.</summary>
public sealed class RateWindowTooShort : NodeLint<CallExpr>
{
    private const int Scrapes = 4;

    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO401", "rate-window-too-short", Severity.Warning,
        "A rate is taken over less than four scrape intervals of its metric.",
        "One failed or late scrape leaves fewer than two samples, and the result has a gap or jumps.",
        "Widen the window to four scrape intervals or more.");

    /// <inheritdoc />
    public override string Documentation => """
        The scrape interval is that of the metric's catalogue, or `scrape_interval` in `slo.yaml`; where neither says it, nothing is
        reported. Looked at are `rate`, `irate`, `increase`, `delta`, `idelta` and `deriv` of scraped metrics, not of records.

        ```yaml bad
        --- slo.yaml
        version: slo-project/v1
        rules: ["*.yml"]
        scrape_interval: 30s
        --- rules.yml
        - alert: ManyErrors
          expr: sum by (job) (rate(errors_total[1m])) > 5 # <-
          for: 5m
        ```

        ```yaml good
        --- slo.yaml
        version: slo-project/v1
        rules: ["*.yml"]
        scrape_interval: 30s
        --- rules.yml
        - alert: ManyErrors
          expr: sum by (job) (rate(errors_total[2m])) > 5
          for: 5m
        ```

        """;

    /// <inheritdoc />
    public override void Check(CallExpr node, NodeScope scope)
    {
        if (node is not { Function: "rate" or "irate" or "increase" or "delta" or "idelta" or "deriv", Arguments: [MatrixSelector matrix] }
            || matrix.Selector.Modifiers.Extension != RangeExtension.None
            || RangeFacts.Of(matrix.Range) is not { } range
            || RangeFacts.ScrapeInterval(matrix.Selector, scope.Expression) is not { } interval)
        {
            return;
        }

        var least = new PrometheusDuration(Scrapes * interval.Milliseconds);
        if (range > interval && range < least)
        {
            scope.Report(new Diagnostic(Descriptor, scope.Expression.Map(matrix.Range.Span), $"{node.Function}() over {range} covers less than {Scrapes} scrapes of {matrix.Selector.MetricName}, which is scraped every {interval}.")
            {
                Help = $"Write a window of at least {least}.",
            });
        }
    }
}
