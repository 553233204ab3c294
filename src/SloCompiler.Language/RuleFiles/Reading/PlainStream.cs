using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Language.RuleFiles.Reading;

/// <summary>Reads the documents of a plain file. Prometheus loads the first one and skips the rest, whatever is in it.</summary>
internal static class PlainStream
{
    /// <summary>The documents; default where the text is not YAML.</summary>
    public static ImmutableArray<DocumentDraft> Read(
        ImmutableArray<YamlDocument> documents,
        DiagnosticBag yaml,
        RuleFileOptions options,
        DiagnosticBag diagnostics)
    {
        var context = new RuleReadContext(options.Dialect, RuleDocumentKind.Plain, diagnostics);
        if (options.Dialect.ReadsAllDocuments)
        {
            diagnostics.ReportAll(yaml.ToImmutable());
            return yaml.HasErrors && documents.IsEmpty ? default : [.. documents.Select(d => TopReader.ReadPlain(d, context))];
        }

        var first = documents is [var document, ..] && !IsBrokenBefore(document, yaml) ? document : null;
        var end = first?.Root?.Span.Range.End ?? 0;
        foreach (var finding in yaml.ToImmutable())
        {
            var isSkipped = first is not null && finding.Span.Range.Start > end;
            diagnostics.Report(isSkipped ? finding with { Severity = Severity.Warning } : finding);
        }

        if (first is null)
        {
            return default;
        }

        if (documents.Length > 1 && documents[1].Root is { } unread)
        {
            context.Report(RuleFileDiagnostics.UnreadDocument, unread.Span with { Range = unread.Span.Range with { Length = 1 } }, "This document is not read.");
        }

        return [TopReader.ReadPlain(first, context)];
    }

    // A broken document is left out, so that the first one that is there may be a later one.
    private static bool IsBrokenBefore(YamlDocument first, DiagnosticBag yaml)
        => first.Root is { } root && yaml.ToImmutable().Any(d => d.Severity == Severity.Error && d.Span.Range.Start < root.Span.Range.Start);
}
