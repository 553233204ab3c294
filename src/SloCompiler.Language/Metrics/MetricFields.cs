using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields;
using SloCompiler.Language.Fields.Types;
using SloCompiler.PromQL;

namespace SloCompiler.Language.Metrics;

/// <summary>A metric before it has its name.</summary>
internal sealed record MetricDraft(Metric Metric);

/// <summary>The fields of one metric of a catalogue.</summary>
internal static class MetricFields
{
    private static readonly Field<MetricType> TypeField = new(
        "type",
        new EnumType<MetricType>(
            ("counter", MetricType.Counter),
            ("gauge", MetricType.Gauge),
            ("histogram", MetricType.Histogram),
            ("native_histogram", MetricType.NativeHistogram),
            ("summary", MetricType.Summary),
            ("info", MetricType.Info)),
        "Type of the metric.")
    {
        IsRequired = true,
        Example = "counter",
    };

    private static readonly Field<string> Unit = new("unit", TextType.Instance, "Unit of its values, such as `seconds`, `milliseconds`, `bytes`.")
    {
        Default = "unknown",
        Example = "seconds",
    };

    private static readonly Field<ImmutableArray<MetricLabel>> Labels = new(
        "labels",
        MetricLabelsType.Instance,
        "Its labels: names, or names with the allowed values.")
    {
        Default = "unknown: not checked",
        Example = "{ route: [], code: [\"200\", \"500\"] }",
    };

    private static readonly Field<ImmutableArray<decimal>> Buckets = new(
        "buckets",
        new ListType<decimal>(NumberType.Any),
        "Upper bounds of the buckets of a histogram, ascending, in its unit, without +Inf.")
    {
        Default = "unknown: not checked",
        Example = "[0.05, 0.1, 0.25, 0.5, 1, 2.5]",
    };

    private static readonly Field<string> Help = new("help", TextType.Instance, "What it measures.")
    {
        Example = "Requests, by route and status code.",
    };

    private static readonly Field<PrometheusDuration> ScrapeInterval = new(
        "scrape_interval",
        DurationType.Instance,
        "How often it is scraped.")
    {
        Default = "`scrape_interval` of slo.yaml",
        Example = "1m",
    };

    private static readonly Field<decimal> Min = new("min", NumberType.Any, "Lowest possible value.")
    {
        Default = "unknown",
        Example = "0",
    };

    private static readonly Field<decimal> Max = new("max", NumberType.Any, "Highest possible value.")
    {
        Default = "unknown",
        Example = "1",
    };

    private static readonly Shape Shape = new(
        "metric",
        "Metric",
        "What is known of one metric. Histograms and summaries are named without `_bucket`, `_sum` and `_count`.",
        [TypeField, Unit, Labels, Buckets, Help, ScrapeInterval, Min, Max]);

    /// <summary>The block.</summary>
    public static FieldType<MetricDraft> Type { get; } = new ShapeType<MetricDraft>(Shape, Read);

    private static MetricDraft? Read(FieldReader fields)
    {
        var type = fields.GetValue(TypeField);
        var metric = new Metric
        {
            Name = "",
            Type = type ?? MetricType.Gauge,
            Unit = fields.Get(Unit),
            Labels = fields.GetValue(Labels),
            Buckets = fields.GetAll(Buckets),
            Help = fields.Get(Help),
            ScrapeInterval = fields.GetValue(ScrapeInterval),
            Min = fields.GetValue(Min),
            Max = fields.GetValue(Max),
            Span = fields.Span,
        };
        CheckBuckets(metric, fields);
        return type is null ? null : new MetricDraft(metric);
    }

    private static void CheckBuckets(Metric metric, FieldReader fields)
    {
        if (fields.Find(Buckets) is not { } entry)
        {
            return;
        }

        var bounds = metric.Buckets;
        if (metric.Type is not MetricType.Histogram)
        {
            fields.Context.Report(SpecDiagnostics.UnorderedBuckets, entry.Key.Span, "Only a classic histogram has buckets.");
        }
        else if (bounds.Zip(bounds.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            fields.Context.Report(SpecDiagnostics.UnorderedBuckets, entry.Value.Span, "The bounds are not ascending.");
        }
    }
}
