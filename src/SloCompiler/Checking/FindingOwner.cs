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
    private readonly FrozenDictionary<string, ImmutableArray<FindingOwner>> _byPath;

    private FindingOwners(FrozenDictionary<string, ImmutableArray<FindingOwner>> byPath) => _byPath = byPath;

    /// <summary>The owners in what was read.</summary>
    public static FindingOwners Of(CompilationResult result) => new(OwnersOf(result)
        .GroupBy(o => o.Extent.Source.Path, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderBy(o => o.Extent.Range.Start).ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>The innermost owner of a finding; null where it is about none.</summary>
    public FindingOwner? Find(Diagnostic finding)
    {
        var start = finding.Span.Range.Start;
        return finding.Span.Source.Content.Length == 0 || !_byPath.TryGetValue(finding.Span.Source.Path, out var owners)
            ? null
            : owners.Where(o => o.Extent.Range.Start <= start && start < o.Extent.Range.End).MinBy(o => o.Extent.Range.Length);
    }

    private static IEnumerable<FindingOwner> OwnersOf(CompilationResult result)
    {
        foreach (var group in result.Rules.SelectMany(f => f.Groups))
        {
            yield return new FindingOwner($"group {group.Name?.Value}", group.Node.Span);
            foreach (var rule in group.Rules)
            {
                yield return new FindingOwner($"{(rule is AlertingRule ? "alert" : "record")} {rule.Name.Value}", rule.Node.Span);
            }
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
