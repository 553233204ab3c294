using System.Collections.Immutable;
using System.Text;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Printing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.MetricsImport;

/// <summary>Adds metrics to a catalogue that is there: what is written stays to the byte, new metrics follow at its end.</summary>
internal static class CatalogueMerge
{
    /// <summary>The catalogue with the new metrics; null where it cannot be extended, which is reported.</summary>
    /// <param name="existing">The catalogue as it is.</param>
    /// <param name="imported">The metrics, by name.</param>
    /// <param name="diagnostics">Takes what differs.</param>
    public static MergedCatalogue? Run(SourceText existing, ImmutableArray<Metric> imported, DiagnosticBag diagnostics)
    {
        var problems = new DiagnosticBag();
        var catalogue = MetricsCatalogueReader.Read([existing], problems);
        diagnostics.ReportAll(problems);
        if (problems.HasErrors)
        {
            return null;
        }

        foreach (var metric in imported)
        {
            if (catalogue.Metrics.TryGetValue(metric.Name, out var written))
            {
                Compare(written, metric, diagnostics);
            }
        }

        ImmutableArray<Metric> added = [.. imported.Where(m => !catalogue.Metrics.ContainsKey(m.Name))];
        return added.IsEmpty ? new MergedCatalogue(existing.Content, 0) : Extend(existing, added, diagnostics);
    }

    private static MergedCatalogue? Extend(SourceText existing, ImmutableArray<Metric> added, DiagnosticBag diagnostics)
    {
        if (MetricsOf(existing) is not { Entries: [.., var last] } metrics || EndOf(existing, last) is not { } end || IndentOf(metrics) is not { } indent)
        {
            diagnostics.Report(MetricsImportDiagnostics.NotExtendable, existing.StartOfFile, $"{added.Length} new metrics cannot be added below what is written.");
            return null;
        }

        var text = new StringBuilder(existing.Content, 0, end, existing.Content.Length + 1024);
        if (end > 0 && existing.Content[end - 1] != '\n')
        {
            text.Append('\n');
        }

        foreach (var metric in added)
        {
            text.Append(CataloguePrinter.Entry(metric, indent));
        }

        text.Append(existing.Content, end, existing.Content.Length - end);
        var merged = text.ToString();
        return IsSound(existing.Path, merged, added) ? new MergedCatalogue(merged, added.Length) : null;
    }

    // Whatever the layout was: the result is only used if it reads back.
    private static bool IsSound(string path, string merged, ImmutableArray<Metric> added)
    {
        var problems = new DiagnosticBag();
        var catalogue = MetricsCatalogueReader.Read([new SourceText(path, merged)], problems);
        return !problems.HasErrors && added.All(m => catalogue.Metrics.ContainsKey(m.Name));
    }

    private static YamlMapping? MetricsOf(SourceText source)
        => YamlReader.Read(source, new DiagnosticBag()) is [{ Root: YamlMapping root }] ? root.Find("metrics")?.Value as YamlMapping : null;

    private static int? IndentOf(YamlMapping metrics)
    {
        var columns = metrics.Entries.Select(e => e.Key.Span.Start.Column - 1).Distinct().ToArray();
        var lines = metrics.Entries.Select(e => e.Key.Span.Start.Line).Distinct().Count();
        return columns is [> 0] && lines == metrics.Entries.Length ? columns[0] : null;
    }

    // Behind the line in which the last entry ends.
    private static int? EndOf(SourceText source, YamlEntry last)
    {
        var from = Math.Min(last.Value.Span.Range.End, source.Content.Length);
        while (from > 0 && source.Content[from - 1] is '\n' or ' ' or '\r')
        {
            from--;
        }

        var end = source.Content.IndexOf('\n', from);
        return end < 0 ? source.Content.Length : end + 1;
    }

    private static void Compare(Metric written, Metric imported, DiagnosticBag diagnostics)
    {
        if (written.Type != imported.Type && !(written.Type == MetricType.Info && imported.Type == MetricType.Gauge))
        {
            Report($"The catalogue has {written.Name} as a {Name(written.Type)}; it is exposed as a {Name(imported.Type)}.");
        }

        if (written.Labels is { } known && imported.Labels is { } found && found.Select(l => l.Name).Except(known.Select(l => l.Name), StringComparer.Ordinal).ToArray() is { Length: > 0 } missing)
        {
            Report($"The catalogue does not list the labels {string.Join(", ", missing)} of {written.Name}.");
        }

        if (!written.Buckets.IsEmpty && !imported.Buckets.IsEmpty && !written.Buckets.SequenceEqual(imported.Buckets))
        {
            Report($"The catalogue has other buckets of {written.Name} than [{string.Join(", ", imported.Buckets.Select(b => b.ToString("0.################", System.Globalization.CultureInfo.InvariantCulture)))}].");
        }

        void Report(string message) => diagnostics.Report(MetricsImportDiagnostics.CatalogueDiffers, written.Span, message);
    }

    private static string Name(MetricType type) => type == MetricType.NativeHistogram ? "native histogram" : type.ToString().ToLowerInvariant();
}

/// <summary>A catalogue after new metrics were added.</summary>
/// <param name="Text">The whole catalogue.</param>
/// <param name="Added">Number of new metrics.</param>
internal sealed record MergedCatalogue(string Text, int Added);
