using System.Collections.Immutable;
using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Dialects;
using SloCompiler.Language.Metrics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Project;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.Reading;

/// <summary>What was read, and what is wrong with it. Services with errors are left out of the set.</summary>
public sealed record SpecReadResult(SpecSet Specs, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads spec files into the model: dialects, fields, references, identities.</summary>
public static class SpecReader
{
    /// <summary>Reads all spec files of a project together, so that identities and references are checked across files.</summary>
    public static SpecReadResult Read(
        ImmutableArray<SourceText> files,
        ProjectConfig config,
        MetricsCatalogue catalogue,
        Workers workers = default)
    {
        var read = workers.Map([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], file => ReadFile(file, config, catalogue));
        var documents = read.SelectMany(r => r.Documents).ToList();
        new CrossReferences(documents).Check();
        var findings = read.Select(r => r.Findings).Concat(documents.Select(d => d.Context.Diagnostics)).SelectMany(f => f.ToImmutable());
        return new SpecReadResult(new SpecSet(Intact(documents), config, catalogue), [.. findings.Order(DiagnosticOrder.Instance)]);
    }

    private static (DiagnosticBag Findings, ImmutableArray<ReadDocument> Documents) ReadFile(
        SourceText file,
        ProjectConfig config,
        MetricsCatalogue catalogue)
    {
        var findings = new DiagnosticBag();
        var roots = YamlReader.Read(file, findings).Select(d => d.Root).OfType<YamlNode>().ToList();
        if (roots.Count == 0 && findings.ToImmutable().IsEmpty)
        {
            findings.Report(SpecDiagnostics.EmptySpec, file.StartOfFile, "The file holds no document.");
        }

        return (findings, [.. roots.Select(r => ReadDocument(r, config, catalogue))]);
    }

    private static ReadDocument ReadDocument(YamlNode root, ProjectConfig config, MetricsCatalogue catalogue)
    {
        var context = new ReadContext(new DiagnosticBag(), config, catalogue);
        return new ReadDocument(ReadService(root, context), context);
    }

    private static ServiceSpec? ReadService(YamlNode root, ReadContext context)
    {
        if (root is not YamlMapping mapping)
        {
            context.Report(SpecDiagnostics.WrongType, root.Span, $"Expected a mapping, but found {root.KindInWords}.");
            return null;
        }

        return FindDialect(mapping, context)?.Read(mapping, context);
    }

    private static ISpecDialect? FindDialect(YamlMapping root, ReadContext context)
    {
        if (root.Find("version")?.Value is not YamlScalar { IsNull: false } version)
        {
            var head = root.Entries is [var first, ..] ? first.Key.Span : root.Span;
            context.Report(SpecDiagnostics.MissingVersion, head, "The document does not name its `version`.");
            return null;
        }

        var dialect = DialectCatalog.Find(version.Value);
        if (dialect is null)
        {
            var nearest = Spelling.Nearest(version.Value, DialectCatalog.All.Select(d => d.Version));
            context.Report(
                SpecDiagnostics.UnknownVersion,
                version.Span,
                $"Version `{version.Value}` is not known.",
                $"Known versions: {string.Join(", ", DialectCatalog.All.Select(d => $"`{d.Version}`"))}.",
                nearest is null ? null : Spelling.Replace(version, nearest));
        }

        return dialect;
    }

    private static ImmutableArray<ServiceSpec> Intact(IEnumerable<ReadDocument> documents)
    {
        var services = documents
            .Where(d => !d.Context.Diagnostics.HasErrors)
            .Select(d => d.Service)
            .OfType<ServiceSpec>()
            .OrderBy(s => s.Name.Value, StringComparer.Ordinal)
            .ToImmutableArray();
        return CompositeGraph.WithoutDangling(services);
    }
}
