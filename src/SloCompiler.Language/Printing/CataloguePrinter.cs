using System.Globalization;
using System.Text;
using SloCompiler.Language.Metrics;

namespace SloCompiler.Language.Printing;

/// <summary>Writes metrics catalogues.</summary>
public static class CataloguePrinter
{
    private const int FirstIndent = 2;

    /// <summary>A catalogue of its own, by ordinal order of names.</summary>
    public static string Print(IEnumerable<Metric> metrics)
    {
        var text = new StringBuilder("version: metrics/v1\nmetrics:\n");
        foreach (var metric in metrics.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            Append(text, metric, FirstIndent);
        }

        return text.ToString();
    }

    /// <summary>The entry of one metric.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="indent">Columns in front of its name.</param>
    public static string Entry(Metric metric, int indent)
    {
        var text = new StringBuilder();
        Append(text, metric, indent);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Metric metric, int indent)
    {
        text.Append(' ', indent).Append(YamlScalarText.Of(metric.Name, indent)).Append(":\n");
        Line("type", TypeName(metric.Type));
        Line("unit", metric.Unit is null ? null : YamlScalarText.Of(metric.Unit, indent + FirstIndent));
        Line("labels", metric.Labels is { } labels ? List(labels.Select(l => YamlScalarText.Of(l.Name, indent))) : null);
        Line("buckets", metric.Buckets.IsEmpty ? null : List(metric.Buckets.Select(b => b.ToString("0.################", CultureInfo.InvariantCulture))));
        Line("help", string.IsNullOrEmpty(metric.Help) ? null : YamlScalarText.Of(metric.Help, indent + (2 * FirstIndent)));

        void Line(string key, string? value)
        {
            if (value is not null)
            {
                text.Append(' ', indent + FirstIndent).Append(key).Append(": ").Append(value).Append('\n');
            }
        }
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    private static string TypeName(MetricType type) => type switch
    {
        MetricType.Counter => "counter",
        MetricType.Gauge => "gauge",
        MetricType.Histogram => "histogram",
        MetricType.NativeHistogram => "native_histogram",
        MetricType.Summary => "summary",
        MetricType.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
