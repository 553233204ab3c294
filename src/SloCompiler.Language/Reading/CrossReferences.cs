using SloCompiler.Language.Diagnostics;
using SloCompiler.Language.Model;
using SloCompiler.Language.Slis.Composite;

namespace SloCompiler.Language.Reading;

/// <summary>Checks what no document can know alone: names of services, and the parts of composites.</summary>
internal sealed class CrossReferences(IReadOnlyList<ReadDocument> documents)
{
    private readonly HashSet<string> _inReportedCycle = new(StringComparer.Ordinal);

    private readonly CompositeGraph _graph = new(documents.Select(d => d.Service).OfType<ServiceSpec>());

    /// <summary>Reports to the documents in which the findings are.</summary>
    public void Check()
    {
        CheckServices();
        foreach (var document in documents)
        {
            if (document.Service is { } service)
            {
                CheckComposites(service, document.Context);
            }
        }
    }

    private void CheckServices()
    {
        var seen = new Dictionary<string, Located<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var document in documents)
        {
            if (document.Service?.Name is { } name && !seen.TryAdd(name.Value, name))
            {
                var first = seen[name.Value];
                document.Context.Report(
                    Duplicates.Describe(SpecDiagnostics.DuplicateService, name.Value, name.Span, first.Value, first.Span));
            }
        }
    }

    private void CheckComposites(ServiceSpec service, ReadContext context)
    {
        foreach (var slo in service.Slos)
        {
            foreach (var part in slo.Sli is CompositeSli composite ? composite.Of : [])
            {
                CheckPart(service, slo, part, context);
            }
        }
    }

    private void CheckPart(ServiceSpec service, SloSpec slo, CompositePart part, ReadContext context)
    {
        var id = CompositeGraph.IdOf(service, part.Slo.Value);
        if (!_graph.Has(id))
        {
            ReportUnknown(id, part, context);
        }
        else if (_graph.Reaches(id, CompositeGraph.IdOf(service, slo.Name.Value)) && !_inReportedCycle.Contains(id))
        {
            // One finding for a cycle, at its first part.
            _inReportedCycle.UnionWith(_graph.CycleOf(id));
            context.Report(SpecDiagnostics.CompositeCycle, part.Slo.Span, $"`{part.Slo.Value}` is, in the end, made of `{slo.Name.Value}`.");
        }
    }

    private void ReportUnknown(string id, CompositePart part, ReadContext context)
    {
        if (documents.Any(d => d.Context.Diagnostics.HasErrors && MayDefine(d, id)))
        {
            return;
        }

        var nearest = Spelling.Nearest(id, _graph.Ids);
        context.Report(
            SpecDiagnostics.UnknownCompositePart,
            part.Slo.Span,
            $"There is no SLO `{id}`" + (nearest is null ? "." : $"; did you mean `{nearest}`?"));
    }

    /// <summary>Whether a document could hold the SLO, had it been read as a whole.</summary>
    private static bool MayDefine(ReadDocument document, string id)
        => document.Service is not { } service || id.StartsWith(service.Name.Value + "/", StringComparison.Ordinal);
}
