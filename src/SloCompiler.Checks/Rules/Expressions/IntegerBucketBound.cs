using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Syntax;
using SloCompiler.PromQL.Versions;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A bucket or quantile written without the decimal point that Prometheus 3 stores.</summary>
public sealed class IntegerBucketBound : NodeLint<VectorSelector>
{
    private static readonly PrometheusRelease Since = new(3, 0);

    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO324", "integer-bucket-bound", Severity.Warning,
        "A matcher asks for a bound of a bucket or a quantile as a whole number, such as `le=\"1\"`.",
        "Prometheus 3 stores these values with a decimal point (`1.0`), whatever the target exposes, so that the matcher selects nothing.",
        "Write the value with a decimal point.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported for matchers on `le` and `quantile` with a whole number, also in a list such as `le=~"1|5"`, unless the list has the
        other form as well. Not reported where `slo.yaml` says that the rules are for Prometheus 2, or for rules of VictoriaMetrics.

        ```promql bad
        rate(request_seconds_bucket{le="1"}[5m]) < 1 # <-
        ```

        ```promql good
        rate(request_seconds_bucket{le="1.0"}[5m]) < 1
        ```

        ```promql good
        rate(request_seconds_bucket{le=~"1|1\\.0"}[5m]) < 1
        ```
        """;

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Safe;

    /// <inheritdoc />
    public override void Check(VectorSelector node, NodeScope scope)
    {
        if (!node.Matchers.Any(m => m.Name is "le" or "quantile") || !IsForPrometheus3(scope.Expression))
        {
            return;
        }

        foreach (var matcher in node.Matchers.Where(m => m.Name is "le" or "quantile"))
        {
            var wrong = WrongValues(matcher);
            if (!wrong.IsEmpty)
            {
                scope.Report(Finding(matcher, wrong, scope));
            }
        }
    }

    private Diagnostic Finding(LabelMatcher matcher, ImmutableArray<string> wrong, NodeScope scope)
    {
        var stored = Fragments.Listed([.. wrong.Select(v => $"\"{v}.0\"")]);
        var isExact = matcher.Operator is MatchOperator.Equal or MatchOperator.NotEqual;
        var value = new TextSpan(matcher.ValueSpan.Start + 1, matcher.ValueSpan.Length - 2);
        var isPlain = value.Length == matcher.Value.Length;
        return new Diagnostic(
            Descriptor,
            scope.Expression.Map(matcher.ValueSpan),
            $"Prometheus 3 stores this value of {matcher.Name} as {stored}, so {Fragments.Listed([.. wrong.Select(v => $"\"{v}\"")])} is never there.")
        {
            Fix = isExact && isPlain
                ? new Fix($"Write {stored}", FixSafety.Safe, [new TextEdit(scope.Expression.Map(value), matcher.Value + ".0")])
                : null,
        };
    }

    private static ImmutableArray<string> WrongValues(LabelMatcher matcher)
    {
        if (matcher.Operator is MatchOperator.Equal or MatchOperator.NotEqual)
        {
            return IsInteger(matcher.Value) ? [matcher.Value] : [];
        }

        var listed = matcher.Value.Split('|');
        return [.. listed.Where(v => IsInteger(v) && !listed.Contains(v + ".0", StringComparer.Ordinal) && !listed.Contains(v + "\\.0", StringComparer.Ordinal))];
    }

    private static bool IsInteger(string text) => text.Length > 0 && text.AsSpan().TrimStart('-') is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');

    private static bool IsForPrometheus3(ExpressionScope scope)
    {
        var isMetricsQl = scope.Owner is ExpressionOwner.OfRule rule
            && rule.File.Documents.Any(d => d.Dialect.IsMetricsQl && d.Groups.Contains(rule.Group));
        return !isMetricsQl && scope.Project.Specs.Config.Prometheus.Release >= Since;
    }
}
