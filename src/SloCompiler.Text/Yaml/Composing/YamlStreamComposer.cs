using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Yaml.Scalars;
using SloCompiler.Text.Yaml.SyntaxErrors;
using YamlDotNet.Core.Events;

namespace SloCompiler.Text.Yaml.Composing;

/// <summary>Composes all documents of a file; after a broken one it starts afresh at the next <c>---</c>.</summary>
internal sealed class YamlStreamComposer(SourceText source, DiagnosticBag diagnostics)
{
    private const char ByteOrderMark = '\uFEFF';
    private const string DocumentMarker = "---";

    private readonly ImmutableArray<YamlDocument>.Builder _documents = ImmutableArray.CreateBuilder<YamlDocument>();
    private bool _hasDocuments;
    private YamlDocument? _last;

    /// <summary>The documents that are not broken.</summary>
    public ImmutableArray<YamlDocument> Compose()
    {
        var start = source.Content.StartsWith(ByteOrderMark) ? 1 : 0;
        for (var broken = 0; start >= 0 && broken < YamlLimits.MaxBrokenDocuments; broken++)
        {
            start = ComposeFrom(start) is { } stop ? FindMarker(Math.Max(stop, start + 1)) : -1;
        }

        if (!_hasDocuments)
        {
            _documents.Add(new YamlDocument(source, null));
        }

        return _documents.ToImmutable();
    }

    /// <summary>Composes documents up to the end, where it returns null, or up to the offset at which one is broken.</summary>
    private int? ComposeFrom(int start)
    {
        var events = new YamlEventReader(source, start);
        for (var next = events.Next(); next is not null; next = events.Next())
        {
            if (next is DocumentStart)
            {
                Keep();
                var composer = new YamlComposer(source, events, diagnostics);
                ComposeDocument(composer, events);
                if (composer.IsStopped)
                {
                    return events.LastRange.End;
                }
            }
            else if (next is DocumentEnd { IsImplicit: false })
            {
                Keep();
            }
        }

        if (events.Failure is { } failure)
        {
            // What follows a document without an end marker belongs to it.
            _last = null;
            _hasDocuments = true;
            diagnostics.Report(YamlSyntaxErrors.Describe(source, failure));
            return failure.Start;
        }

        Keep();
        return null;
    }

    private void ComposeDocument(YamlComposer composer, YamlEventReader events)
    {
        _hasDocuments = true;
        var root = composer.Compose(events.Next());
        if (root is not null && !composer.IsBroken)
        {
            _last = new YamlDocument(source, root.IsUnwritten ? null : root);
        }
    }

    private void Keep()
    {
        if (_last is { } document)
        {
            _documents.Add(document);
            _last = null;
        }
    }

    private int FindMarker(int from)
    {
        var content = source.Content;
        for (var offset = from; offset >= 0 && offset < content.Length; offset++)
        {
            offset = content.IndexOf(DocumentMarker, offset, StringComparison.Ordinal);
            if (offset < 0)
            {
                break;
            }

            var isLineStart = offset == 0 || YamlChars.IsBreak(content[offset - 1]);
            var end = offset + DocumentMarker.Length;
            if (isLineStart && (end == content.Length || YamlChars.IsBlankOrBreak(content[end])))
            {
                return offset;
            }
        }

        return -1;
    }
}
