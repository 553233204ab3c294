using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Fields.Types;
using SloCompiler.Language.Project;
using SloCompiler.Language.Reading;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Metrics;

/// <summary>Reads metrics catalogues (<c>metrics/v1</c>).</summary>
public static class MetricsCatalogueReader
{
    /// <summary>All files of a project as one catalogue; metrics that are described twice are reported.</summary>
    public static MetricsCatalogue Read(ImmutableArray<SourceText> files, DiagnosticBag diagnostics)
    {
        var context = new ReadContext(diagnostics, ProjectConfig.Default, MetricsCatalogue.Empty);
        var metrics = new Dictionary<string, Metric>(StringComparer.Ordinal);
        var keys = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in files.OrderBy(f => f.Path, StringComparer.Ordinal).SelectMany(f => ReadFile(f, written, context)))
        {
            var name = entry.Key.Value;
            if (metrics.TryAdd(name, entry.Value.Metric with { Name = name, Span = entry.Key.Span }))
            {
                keys.Add(name, entry.Key);
            }
            else
            {
                context.Report(
                    Duplicates.Describe(SpecDiagnostics.DuplicateMetric, name, entry.Key.Span, name, keys[name].Span));
            }
        }

        return new MetricsCatalogue(metrics.ToImmutableDictionary(StringComparer.Ordinal))
        {
            Misdescribed = [.. written.Except(metrics.Keys, StringComparer.Ordinal)],
        };
    }

    private static ImmutableArray<MapEntry<MetricDraft>> ReadFile(SourceText file, HashSet<string> written, ReadContext context)
    {
        var before = context.Diagnostics.ToImmutable().Length;
        if (SingleDocument.Find(file, context) is { } root)
        {
            var entries = ((root as YamlMapping)?.Find("metrics")?.Value as YamlMapping)?.Entries ?? [];
            written.UnionWith(entries.Select(e => e.Key.Value));
            return CatalogueFields.Type.TryRead(root, context, out var draft) ? draft.Metrics : [];
        }

        if (context.Diagnostics.ToImmutable().Length == before)
        {
            context.Report(SpecDiagnostics.EmptySpec, file.StartOfFile, "The file holds no document.", "Start it with `version: metrics/v1`, or delete it.");
        }

        return [];
    }
}
