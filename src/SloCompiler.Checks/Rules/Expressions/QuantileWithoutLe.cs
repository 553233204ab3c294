using System.Collections.Immutable;
using SloCompiler.Checks.Bases;
using SloCompiler.Checks.Scopes;
using SloCompiler.PromQL.Meaning;
using SloCompiler.PromQL.Meaning.Labels;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Rules.Expressions;

/// <summary>A quantile of buckets that have lost <c>le</c>.</summary>
public sealed class QuantileWithoutLe : NodeLint<CallExpr>
{
    /// <inheritdoc />
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SLO321", "quantile-without-le", Severity.Error,
        "A quantile is taken of the buckets of a histogram that have lost their label `le`.",
        "Without `le` nobody knows which bucket is which: the function drops such series and returns nothing.",
        "Keep `le` in the aggregation inside, and aggregate away what is not wanted.");

    /// <inheritdoc />
    public override string Documentation => """
        Reported where the labels that reach `histogram_quantile` or `histogram_fraction` cannot contain `le`, and the series are
        the buckets of a classic histogram: by their name, by a matcher on `le`, by the catalogue, or through a recording rule.
        Native histograms have no `le` and are never reported.

        ```promql bad
        histogram_quantile(0.9, sum by (job) (rate(request_seconds_bucket[5m]))) > 1 # <-
        ```

        ```promql good
        histogram_quantile(0.9, sum by (job, le) (rate(request_seconds_bucket[5m]))) > 1
        ```

        ```promql good
        histogram_quantile(0.9, sum by (job) (rate(request_seconds[5m]))) > 1
        ```
        """;

    /// <inheritdoc />
    public override FixSafety? Repair => FixSafety.Unsafe;

    /// <inheritdoc />
    public override void Check(CallExpr node, NodeScope scope)
    {
        var meaning = scope.Expression.Project.Meaning;
        if (Fragments.HistogramOf(node) is { } histogram
            && scope.Expression.Labels.At(histogram) is { IsDead: false, Merged: { } merged }
            && merged.Labels.Of("le") is { IsImpossible: true } promise
            && HasBuckets(histogram, meaning, depth: 0))
        {
            scope.Report(Finding(node, histogram, promise.Reason, scope));
        }
    }

    private Diagnostic Finding(CallExpr node, PromQlExpr histogram, LabelReason reason, NodeScope scope)
    {
        var place = reason.Record is null && reason.Span.Length > 0 ? reason.Span : histogram.Span;
        return new Diagnostic(
            Descriptor,
            scope.Expression.Map(place),
            $"No series that reaches `{node.Function}` has the label le, so it returns nothing: {reason.Text}.")
        {
            Related = [new RelatedLocation(scope.Expression.Map(Fragments.NameOf(node)), "It needs le here.")],
            Fix = FixOf(histogram, place, scope),
        };
    }

    private static Fix? FixOf(PromQlExpr histogram, TextSpan place, NodeScope scope)
    {
        var grouping = PromQlWalker.DescendantsAndSelf(histogram).OfType<AggregateExpr>()
            .Select(a => a.Grouping)
            .FirstOrDefault(g => g is { IsWithout: false, Labels.IsEmpty: false } && g.Span == place);
        return grouping?.LabelSpans is not [var first, ..]
            ? null
            : new Fix("Keep le", FixSafety.Unsafe, [new TextEdit(scope.Expression.Map(new TextSpan(first.Start, 0)), "le, ")]);
    }

    private static bool HasBuckets(PromQlExpr expr, MeaningContext meaning, int depth)
        => PromQlWalker.Selectors(expr).Any(s => IsBucket(s, meaning))
            || (depth < 4 && PromQlWalker.Selectors(expr).Any(s => AreBuckets(Fragments.RecordsOf(s, meaning), meaning, depth)));

    private static bool AreBuckets(ImmutableArray<PromQlExpr> records, MeaningContext meaning, int depth)
        => !records.IsEmpty && records.All(r => HasBuckets(r, meaning, depth + 1));

    private static bool IsBucket(VectorSelector selector, MeaningContext meaning)
    {
        var name = Fragments.MetricOf(selector);
        var kind = name is null ? null : meaning.Metrics.Find(name)?.Kind;
        return kind is null or MetricKind.Unknown
            ? name?.EndsWith("_bucket", StringComparison.Ordinal) == true || selector.Matchers.Any(m => m.Name == "le")
            : kind == MetricKind.HistogramBucket;
    }
}
