using System.Collections.Immutable;
using SloCompiler.Language.Metrics;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.MetricsImport;

/// <summary>Makes entries of a catalogue from what is exposed.</summary>
internal static class ImportedMetrics
{
    // Units that a name tells by its end, as the conventions of Prometheus have it.
    private static readonly string[] BaseUnits = ["seconds", "milliseconds", "bytes", "ratio"];

    // These are added by Prometheus itself, and every series has them.
    private static readonly string[] OfTargets = ["job", "instance"];

    /// <summary>The metrics whose type is known; the others are reported.</summary>
    public static ImmutableArray<Metric> Of(ImmutableArray<ExposedFamily> families, SourceText source, DiagnosticBag diagnostics)
    {
        var metrics = ImmutableArray.CreateBuilder<Metric>();
        foreach (var family in families)
        {
            if (TypeOf(family) is { } type)
            {
                metrics.Add(Make(NameOf(family, type), type, family, source));
            }
        }

        ReportUnknown(families, source, diagnostics);
        return [.. metrics.DistinctBy(m => m.Name).OrderBy(m => m.Name, StringComparer.Ordinal)];
    }

    /// <summary>The unit of a metric: as declared, else as its name says; null where neither does.</summary>
    public static string? UnitOf(string name, string? declared)
    {
        if (!string.IsNullOrEmpty(declared))
        {
            return declared;
        }

        var bare = name.EndsWith("_total", StringComparison.Ordinal) ? name[..^"_total".Length] : name;
        return BaseUnits.FirstOrDefault(unit => bare.EndsWith("_" + unit, StringComparison.Ordinal) && !bare.EndsWith("_timestamp_" + unit, StringComparison.Ordinal))
            ?? (bare.EndsWith("_timestamp_seconds", StringComparison.Ordinal) ? "timestamp_seconds" : null);
    }

    /// <summary>The labels that a catalogue lists, by ordinal order.</summary>
    public static ImmutableArray<MetricLabel> LabelsOf(IEnumerable<string> names)
        => [.. names.Except(OfTargets).Where(IsCatalogueLabel).Order(StringComparer.Ordinal).Select(n => new MetricLabel(n, []))];

    private static Metric Make(string name, MetricType type, ExposedFamily family, SourceText source) => new()
    {
        Name = name,
        Type = type,
        Unit = type == MetricType.Info ? null : UnitOf(name, family.Unit),
        Labels = family.Samples.Count > 0 ? LabelsOf(family.Labels) : null,
        Buckets = type == MetricType.Histogram ? [.. family.Bounds] : [],
        Help = string.IsNullOrWhiteSpace(family.Help) ? null : string.Join(' ', family.Help.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        Span = source.StartOfFile,
    };

    private static MetricType? TypeOf(ExposedFamily family) => family.Type switch
    {
        "counter" => MetricType.Counter,
        "gauge" when family.Name.EndsWith("_info", StringComparison.Ordinal) && family.IsAlwaysOne && family.Samples.Count > 0 => MetricType.Info,
        "gauge" or "stateset" => MetricType.Gauge,
        "histogram" => family.IsNative ? MetricType.NativeHistogram : MetricType.Histogram,
        "summary" => MetricType.Summary,
        "info" => MetricType.Info,
        _ => null,
    };

    // OpenMetrics names a counter without the end that its samples have.
    private static string NameOf(ExposedFamily family, MetricType type) => type switch
    {
        MetricType.Counter when family.Samples.Contains(family.Name + "_total") => family.Name + "_total",
        MetricType.Info when family.Samples.Contains(family.Name + "_info") => family.Name + "_info",
        _ => family.Name,
    };

    private static bool IsCatalogueLabel(string name)
        => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !name.StartsWith("__", StringComparison.Ordinal);

    private static void ReportUnknown(ImmutableArray<ExposedFamily> families, SourceText source, DiagnosticBag diagnostics)
    {
        const int MostNamed = 5;
        var unknown = families.Where(f => TypeOf(f) is null).Select(f => f.Name).ToArray();
        if (unknown.Length > 0)
        {
            var names = string.Join(", ", unknown.Take(MostNamed)) + (unknown.Length > MostNamed ? ", …" : "");
            diagnostics.Report(MetricsImportDiagnostics.TypeUnknown, source.StartOfFile, $"Left out, because nobody says of which type they are: {names}.");
        }
    }
}
