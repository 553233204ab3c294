using System.Collections.Frozen;
using System.Collections.Immutable;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checking;

/// <summary>The rule, group, objective or alert that a finding is about.</summary>
/// <param name="Name">Its name as people know it: <c>alert HighErrors</c>; unique enough to find it again when lines move.</param>
/// <param name="Extent">All of it in the file.</param>
public sealed record FindingOwner(string Name, SourceSpan Extent);

/// <summary>Finds the owner of findings, by file and offset.</summary>
public sealed class FindingOwners
{
    private readonly FrozenDictionary<string, ImmutableArray<FindingOwner>> _items;
    private readonly FrozenDictionary<string, ImmutableArray<FindingOwner>> _groups;

    private FindingOwners(CompilationResult result)
    {
        _items = ByPath(ItemsOf(result));
        _groups = ByPath(result.Rules.SelectMany(f => f.Groups).Select(g => new FindingOwner($"group {g.Name?.Value}", g.Node.Span)));
    }

    /// <summary>The owners in what was read.</summary>
    public static FindingOwners Of(CompilationResult result) => new(result);

    /// <summary>The innermost owner of a finding; null where it is about none.</summary>
    public FindingOwner? Find(Diagnostic finding)
        => finding.Span.Source.Content.Length == 0 ? null : FindIn(_items, finding.Span) ?? FindIn(_groups, finding.Span);

    private static FrozenDictionary<string, ImmutableArray<FindingOwner>> ByPath(IEnumerable<FindingOwner> owners) => owners
        .GroupBy(o => o.Extent.Source.Path, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderBy(o => o.Extent.Range.Start).ToImmutableArray(), StringComparer.Ordinal);

    // Owners of one kind do not overlap, so only the last that starts before the finding can hold it.
    private static FindingOwner? FindIn(FrozenDictionary<string, ImmutableArray<FindingOwner>> byPath, SourceSpan place)
    {
        if (!byPath.TryGetValue(place.Source.Path, out var owners))
        {
            return null;
        }

        var (low, high) = (0, owners.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = owners[middle].Extent.Range.Start <= place.Range.Start ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && place.Range.Start < owners[low - 1].Extent.Range.End ? owners[low - 1] : null;
    }

    private static IEnumerable<FindingOwner> ItemsOf(CompilationResult result)
    {
        foreach (var rule in result.Rules.SelectMany(f => f.Rules))
        {
            yield return new FindingOwner($"{(rule is AlertingRule ? "alert" : "record")} {rule.Name.Value}", rule.Node.Span);
        }

        foreach (var service in result.Specs?.Services ?? [])
        {
            foreach (var slo in service.Slos)
            {
                yield return new FindingOwner($"slo {service.Name.Value}/{slo.Name.Value}", slo.Span);
            }

            foreach (var alert in service.Alerts)
            {
                yield return new FindingOwner($"alert {alert.Name.Value}", alert.Span);
            }
        }
    }
}
