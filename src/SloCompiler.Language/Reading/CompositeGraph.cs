using System.Collections.Immutable;
using SloCompiler.Language.Model;
using SloCompiler.Language.Slis.Composite;

namespace SloCompiler.Language.Reading;

/// <summary>Which SLOs are made of which others, by <c>service/slo</c>.</summary>
internal sealed class CompositeGraph
{
    private readonly Dictionary<string, ImmutableArray<string>> _parts = new(StringComparer.Ordinal);

    /// <summary>The graph of some services.</summary>
    public CompositeGraph(IEnumerable<ServiceSpec> services)
    {
        foreach (var service in services)
        {
            foreach (var slo in service.Slos)
            {
                _parts.TryAdd(
                    IdOf(service, slo.Name.Value),
                    slo.Sli is CompositeSli composite ? [.. composite.Of.Select(p => IdOf(service, p.Slo.Value))] : []);
            }
        }
    }

    /// <summary>The whole name of an SLO that a document of a service refers to.</summary>
    public static string IdOf(ServiceSpec service, string reference)
        => reference.Contains('/', StringComparison.Ordinal) ? reference : $"{service.Name.Value}/{reference}";

    /// <summary>All whole names.</summary>
    public IEnumerable<string> Ids => _parts.Keys;

    /// <summary>Whether an SLO exists.</summary>
    public bool Has(string id) => _parts.ContainsKey(id);

    /// <summary>Every SLO that is made of an SLO which in turn is made of it.</summary>
    /// <param name="id">The SLO.</param>
    public IEnumerable<string> CycleOf(string id) => Ids.Where(other => Reaches(id, other) && Reaches(other, id));

    /// <summary>Whether one SLO is, over any number of composites, made of another one; also of itself.</summary>
    public bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var id))
        {
            if (id == to)
            {
                return true;
            }

            if (seen.Add(id) && _parts.TryGetValue(id, out var parts))
            {
                foreach (var part in parts)
                {
                    open.Push(part);
                }
            }
        }

        return false;
    }

    /// <summary>The services whose composites find all their parts among them.</summary>
    public static ImmutableArray<ServiceSpec> WithoutDangling(ImmutableArray<ServiceSpec> services)
    {
        while (true)
        {
            var graph = new CompositeGraph(services);
            var kept = services
                .Where(s => s.Slos.All(o => o.Sli is not CompositeSli c || c.Of.All(p => graph.Has(IdOf(s, p.Slo.Value)))))
                .ToImmutableArray();
            if (kept.Length == services.Length)
            {
                return kept;
            }

            services = kept;
        }
    }
}
