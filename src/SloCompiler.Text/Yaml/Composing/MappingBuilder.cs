using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Text.Yaml.Composing;

/// <summary>Collects the entries of one mapping: each key once, merge keys applied.</summary>
internal sealed class MappingBuilder(AnchorTable anchors, DiagnosticBag diagnostics)
{
    private const string MergeKey = "<<";
    private const int FewEntries = 12;

    private Dictionary<string, YamlEntry>? _byKey;
    private readonly ImmutableArray<YamlEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlEntry>();
    private YamlEntry? _merge;

    /// <summary>Adds an entry as written.</summary>
    public void Add(YamlNode key, YamlNode value)
    {
        if (key is not YamlScalar scalar)
        {
            ReportNonScalarKey(key);
        }
        else if (scalar is { Style: YamlScalarStyle.Plain, Value: MergeKey, Tag: null })
        {
            AddMerge(new YamlEntry(scalar, value));
        }
        else if (Find(scalar.Value) is { } first)
        {
            ReportDuplicate(scalar, first.Key);
        }
        else
        {
            AddNew(new YamlEntry(scalar, value));
        }
    }

    /// <summary>The mapping.</summary>
    public YamlMapping Build(SourceSpan span, bool isFlow)
    {
        if (_merge is { } merge)
        {
            Merge(merge);
        }

        return new YamlMapping(span, _entries.DrainToImmutable(), isFlow);
    }

    private void AddMerge(YamlEntry entry)
    {
        if (_merge is { } first)
        {
            ReportDuplicate(entry.Key, first.Key);
        }
        else
        {
            _merge = entry;
        }
    }

    private void Merge(YamlEntry merge)
    {
        var sources = merge.Value is YamlSequence list ? list.Items : [merge.Value];
        foreach (var merged in sources)
        {
            if (merged is YamlMapping mapping)
            {
                // What is there already wins: explicit keys, then mappings earlier in the list.
                AddMissing(mapping);
            }
            else if (!anchors.IsStandIn(merged))
            {
                ReportInvalidMerge(merge.Key, merged);
            }
        }
    }

    private void AddMissing(YamlMapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            if (Find(entry.Key.Value) is null)
            {
                AddNew(entry);
            }
        }
    }

    // A table costs more than it saves where there are few entries.
    private YamlEntry? Find(string key)
    {
        if (_byKey is not null)
        {
            return _byKey.GetValueOrDefault(key);
        }

        for (var i = 0; i < _entries.Count; i++)
        {
            if (string.Equals(_entries[i].Key.Value, key, StringComparison.Ordinal))
            {
                return _entries[i];
            }
        }

        return null;
    }

    private void AddNew(YamlEntry entry)
    {
        _entries.Add(entry);
        if (_byKey is not null)
        {
            _byKey.Add(entry.Key.Value, entry);
        }
        else if (_entries.Count > FewEntries)
        {
            _byKey = _entries.ToDictionary(e => e.Key.Value, StringComparer.Ordinal);
        }
    }

    private void ReportDuplicate(YamlScalar second, YamlScalar first)
        => diagnostics.Report(new Diagnostic(
            TextDiagnostics.DuplicateKey,
            second.Span,
            $"The key \"{second.Value}\" stands twice in this mapping.")
        {
            Related = [new RelatedLocation(first.Span, "first here")],
        });

    private void ReportInvalidMerge(YamlScalar key, YamlNode merged)
    {
        var isWrittenHere = merged.Span.Range.Start > key.Span.Range.Start;
        diagnostics.Report(new Diagnostic(
            TextDiagnostics.InvalidMerge,
            isWrittenHere ? merged.Span : key.Span,
            $"<< merges mappings, but this is {merged.KindInWords}.")
        {
            Related = isWrittenHere ? [] : [new RelatedLocation(merged.Span, $"{merged.KindInWords} is here")],
        });
    }

    private void ReportNonScalarKey(YamlNode key)
    {
        var isTemplate = key is YamlMapping { IsFlow: true };
        var diagnostic = new Diagnostic(TextDiagnostics.NonScalarKey, key.Span, $"The key of an entry is {key.KindInWords}, not text.");
        diagnostics.Report(isTemplate
            ? diagnostic with { Help = "Braces start a mapping in YAML: put quotes around a text that starts with { or {{." }
            : diagnostic);
    }
}
