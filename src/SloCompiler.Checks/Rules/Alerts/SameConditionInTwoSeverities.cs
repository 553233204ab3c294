using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.Language.RuleFiles;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Alerts;

/// <summary>Two alerts of one name have the same condition and wait equally long, in different severities.</summary>
public sealed class SameConditionInTwoSeverities : GroupLint
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO546", "same-condition-in-two-severities", Severity.Info,
        "Two alerts of one name have the same condition and wait equally long, in different severities.",
        "Both fire together, so that the milder one adds nothing but a second notification.",
        "Give them different thresholds or waits, or keep one.");

    /// <inheritdoc />
    public override string Documentation => """
        ```yaml bad
        - alert: QueueFull
          expr: queue_length > 100
          labels: { severity: warning }
        - alert: QueueFull
          expr: queue_length > 100 # <-
          labels: { severity: critical }
        ```

        ```yaml good
        - alert: QueueFull
          expr: queue_length > 100
          labels: { severity: warning }
        - alert: QueueFull
          expr: queue_length > 1000
          labels: { severity: critical }
        ```
        """;

    /// <inheritdoc />
    public override void Check(GroupScope scope)
    {
        var first = new Dictionary<(string, PromQlExpr, long), AlertingRule>(Comparer.Instance);
        foreach (var alert in scope.Group.Rules.OfType<AlertingRule>())
        {
            if (alert.Expr.Expr is not { } expr || first.TryAdd((alert.Name.Value, expr, alert.For?.Value.Milliseconds ?? 0), alert))
            {
                continue;
            }

            var other = first[(alert.Name.Value, expr, alert.For?.Value.Milliseconds ?? 0)];
            if (SeverityOf(alert, scope) is { } severity && SeverityOf(other, scope) is { } known && severity != known)
            {
                scope.Report(new Diagnostic(Descriptor, alert.Expr.Map(expr.Span), $"This is the condition of the `{known}` as well.")
                {
                    Related = [new RelatedLocation(other.Expr.Span, $"The `{known}`.")],
                });
            }
        }
    }

    private static string? SeverityOf(AlertingRule alert, GroupScope scope)
        => scope.Group.LabelsOf(alert).FirstOrDefault(l => l.Name == "severity")?.Value;

    private sealed class Comparer : IEqualityComparer<(string Name, PromQlExpr Expr, long Wait)>
    {
        public static Comparer Instance { get; } = new();

        public bool Equals((string Name, PromQlExpr Expr, long Wait) x, (string Name, PromQlExpr Expr, long Wait) y)
            => x.Name == y.Name && x.Wait == y.Wait && PromQlComparer.IgnoringParentheses.Equals(x.Expr, y.Expr);

        public int GetHashCode((string Name, PromQlExpr Expr, long Wait) obj)
            => HashCode.Combine(obj.Name, obj.Wait, PromQlComparer.IgnoringParentheses.GetHashCode(obj.Expr));
    }
}
