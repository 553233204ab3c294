using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Grammars;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.PromQL.Syntax;

namespace SloCompiler.Language.Slis.Latency;

/// <summary>The fields of <c>latency</c>, and how they are read.</summary>
internal static class LatencyKind
{
    private const string BucketSuffix = "_bucket";

    private static readonly Field<SpecExpression> Histogram = new(
        "histogram",
        SelectorType.Instance,
        "Selector of the histogram by its name without `_bucket`, without a matcher on `le`: the bucket follows from the objective's threshold.")
    {
        IsRequired = true,
        Example = "http_request_duration_seconds{service=\"edge\"}",
    };

    private static readonly Field<bool> Native = new(
        "native",
        BooleanType.Instance,
        "Whether it is a native histogram.")
    {
        Default = "what the metrics catalogue says, else `false`",
        Example = "true",
    };

    private static readonly Field<decimal> Unit = new(
        "unit",
        TimeUnits.Type,
        "Unit of the histogram's values.")
    {
        Default = "what the metrics catalogue says, else `s`",
        Example = "ms",
    };

    private static readonly Shape Shape = new(
        "latency",
        "Indicator `latency`",
        "A histogram of durations. Events slower than the objective's threshold are bad: `objective: p95 < 250ms`.",
        [Histogram, Native, Unit]);

    /// <summary>The kind.</summary>
    public static SliKind Kind { get; } = new(
        new Field<Sli>("latency", new ShapeType<Sli>(Shape, Read), "A histogram of durations.")
        {
            Example = "{ histogram: http_request_duration_seconds }",
        },
        ThresholdKind.Faster);

    private static LatencySli? Read(FieldReader fields)
    {
        if (fields.Get(Histogram) is not { Expr: VectorSelector { MetricName: { } written } selector } histogram)
        {
            return null;
        }

        if (selector.Matchers.FirstOrDefault(m => m.Name == "le") is { } matcher)
        {
            fields.Context.Report(SpecDiagnostics.BucketMatcher, histogram.Map(matcher.Span), "The compiler chooses the bucket itself.");
            return null;
        }

        var name = written.EndsWith(BucketSuffix, StringComparison.Ordinal) ? written[..^BucketSuffix.Length] : written;
        var metric = fields.Context.Catalogue.FindBySeries(name);
        return new LatencySli(
            histogram with { Expr = selector with { MetricName = name } },
            fields.GetValue(Native) ?? metric?.Type == MetricType.NativeHistogram,
            ReadUnit(fields, name, histogram, metric),
            fields.Span);
    }

    private static decimal ReadUnit(FieldReader fields, string name, SpecExpression histogram, Metric? metric)
    {
        if ((fields.GetValue(Unit) ?? TimeUnits.Find(metric?.Unit)) is { } seconds)
        {
            return seconds;
        }

        if (metric?.Unit is { } unknown)
        {
            fields.Context.Report(
                SpecDiagnostics.UnitGuessed,
                histogram.Span,
                $"`{unknown}` in the catalogue is no unit of time; `{name}` is taken to be in seconds.",
                $"Write {TimeUnits.Type.Name} next to `histogram`, or `seconds`, `milliseconds` and so on in the catalogue.");
        }
        else if (name.EndsWith("_ms", StringComparison.Ordinal) || name.EndsWith("_milliseconds", StringComparison.Ordinal))
        {
            fields.Context.Report(SpecDiagnostics.UnitGuessed, histogram.Span, $"`{name}` is taken to be in seconds.");
        }

        return 1;
    }
}
