using System.Collections.Frozen;
using System.Collections.Immutable;
using SloCompiler.Input;
using SloCompiler.Plan;
using SloCompiler.Plan.Slos;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Reports.Model;

/// <summary>Deals the findings of a check to the SLOs, services and files that they are about.</summary>
internal sealed class Findings(CompilationResult result)
{
    private readonly FrozenDictionary<string, ImmutableArray<Diagnostic>> _byPath = result.Diagnostics
        .GroupBy(d => d.Span.Source.Path, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public ImmutableArray<Diagnostic> All => result.Diagnostics;

    /// <summary>Those inside the entry of an SLO.</summary>
    public ImmutableArray<Diagnostic> Of(SloPlan slo) => [.. In(slo.Origin.Source.Path).Where(d => IsIn(d, slo))];

    /// <summary>Those that are about no SLO.</summary>
    public ImmutableArray<Diagnostic> Others(CompilationPlan plan)
    {
        var dealt = plan.Services.SelectMany(s => s.Slos).SelectMany(slo => Of(slo)).ToHashSet();
        return [.. All.Where(d => !dealt.Contains(d))];
    }

    /// <summary>Findings for a template.</summary>
    public static List<object?> ToModel(IEnumerable<Diagnostic> findings, ProjectLocation project) => [.. findings.Select(d => (object?)ToModel(d, project))];

    /// <summary>How many of each severity, in words; null for none.</summary>
    public static string? Summary(IReadOnlyCollection<Diagnostic> findings)
    {
        var parts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Info, "note") }
            .Select(s => (Count: findings.Count(d => d.Severity == s.Item1), Noun: s.Item2))
            .Where(s => s.Count > 0)
            .Select(s => Words.Plural(s.Count, s.Noun))
            .ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private ImmutableArray<Diagnostic> In(string path) => _byPath.TryGetValue(path, out var found) ? found : [];

    private static bool IsIn(Diagnostic finding, SloPlan slo)
        => finding.Span.Source.Path == slo.Origin.Source.Path
            && finding.Span.Range.Start >= slo.Origin.Range.Start && finding.Span.Range.Start < slo.Origin.Range.End;

    private static Dictionary<string, object?> ToModel(Diagnostic finding, ProjectLocation project) => new(StringComparer.Ordinal)
    {
        ["severity"] = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" },
        ["is_error"] = finding.Severity == Severity.Error,
        ["is_warning"] = finding.Severity == Severity.Warning,
        ["code"] = finding.Descriptor.Code,
        ["name"] = finding.Descriptor.Name,
        ["message"] = finding.Message,
        ["why"] = finding.Why,
        ["help"] = finding.Help,
        ["source"] = Place(finding, project),
    };

    private static string Place(Diagnostic finding, ProjectLocation project)
    {
        var path = finding.Span.Source.Path;
        var inside = SloCompiler.Text.Paths.PathText.IsAbsolute(path) ? project.ToProjectPath(path) : path;
        return finding.Span.Source.Content.Length == 0 ? inside : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{inside}:{finding.Span.Start.Line}");
    }
}
