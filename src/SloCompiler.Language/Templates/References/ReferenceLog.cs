using System.Collections.Immutable;
using SloCompiler.Language.Templates.Parsing;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Language.Templates.References;

/// <summary>Collects what was found, each thing once, however often the place that reads it was reached.</summary>
internal sealed class ReferenceLog
{
    private readonly HashSet<TemplateLabelReference> _labels = [];
    private readonly HashSet<TemplateLabelReference> _externalLabels = [];
    private readonly Dictionary<(TextSpan, int?, string, TemplateValueUse), TemplateValueReference> _values = [];
    private readonly List<TemplateQuery> _queries = [];
    private readonly Dictionary<int, HashSet<TemplateLabelReference>> _queryLabels = [];
    private readonly Dictionary<(TextSpan, string), TemplateError> _warnings = [];
    private bool _readsAllLabels;

    public void Label(TemplateValue of, string name, TextSpan span, TextSpan nameSpan, bool isTested)
    {
        var reference = new TemplateLabelReference(name, span, nameSpan, isTested);
        if (of.Query is { } query)
        {
            _queryLabels[query].Add(reference);
        }
        else
        {
            (of.Kind == TemplateValueKind.ExternalLabels ? _externalLabels : _labels).Add(reference);
        }
    }

    public int AddQuery(TemplateQuery query)
    {
        var index = _queries.FindIndex(q => q.Span == query.Span);
        if (index < 0)
        {
            index = _queries.Count;
            _queries.Add(query);
            _queryLabels[index] = [];
        }

        return index;
    }

    /// <summary>Notes values whose results go no further.</summary>
    public void UseAll(ImmutableArray<TemplateValue> values) => Use(values, TemplateValueUse.Consumed, "");

    /// <summary>Notes what happens to values.</summary>
    public void Use(ImmutableArray<TemplateValue> values, TemplateValueUse use, string textBehind)
    {
        foreach (var value in values)
        {
            if (value.Kind == TemplateValueKind.Number)
            {
                var functions = string.Join(' ', value.Functions.Select(f => f.Name));
                _values.TryAdd(
                    (value.Origin, value.Query, functions, use),
                    new TemplateValueReference(value.Origin, value.Query, value.Functions, use, textBehind));
            }
            else if (use is TemplateValueUse.Printed or TemplateValueUse.Consumed)
            {
                UseLabels(value);
            }
        }
    }

    public void Warn(DiagnosticDescriptor descriptor, TextSpan span, string message, string? help)
    {
        if (_warnings.Count < TemplateLimits.MaxErrors)
        {
            _warnings.TryAdd((span, message), new TemplateError(descriptor, span, message, help));
        }
    }

    public TemplateReferences ToReferences() => new()
    {
        Labels = InOrder(_labels),
        ExternalLabels = InOrder(_externalLabels),
        Values = [.. _values.Values.OrderBy(v => v.Span.Start)],
        Queries = [.. _queries.Select((q, i) => q with { Labels = InOrder(_queryLabels[i]) })],
        ReadsAllLabels = _readsAllLabels,
        Warnings = [.. _warnings.Values.OrderBy(w => w.Span.Start)],
    };

    private void UseLabels(TemplateValue value)
    {
        if (value.Kind is TemplateValueKind.Labels or TemplateValueKind.Alert && value.Query is null)
        {
            _readsAllLabels = true;
        }
        else if (value is { Kind: TemplateValueKind.Sample or TemplateValueKind.SampleLabels or TemplateValueKind.QueryResult, Query: { } query })
        {
            _queries[query] = _queries[query] with { ReadsAllLabels = true };
        }
    }

    private static ImmutableArray<TemplateLabelReference> InOrder(IEnumerable<TemplateLabelReference> labels)
        => [.. labels.OrderBy(l => l.Span.Start)];
}
