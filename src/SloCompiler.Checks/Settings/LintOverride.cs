using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SloCompiler.Checks.Scopes;
using SloCompiler.Text.Paths;

namespace SloCompiler.Checks.Settings;

/// <summary>Settings that hold for a part of the project only: where every given condition holds.</summary>
/// <param name="Paths">Patterns of which one must match the file; none for any file.</param>
/// <param name="Kinds">Kinds of rules; none for any.</param>
/// <param name="Labels">Labels that the rule must have, each with a pattern for its whole value.</param>
/// <param name="Rules">The settings.</param>
public sealed record LintOverride(
    ImmutableArray<GlobPattern> Paths,
    ImmutableArray<SubjectKind> Kinds,
    ImmutableArray<(string Name, Regex Pattern)> Labels,
    ImmutableArray<RuleSetting> Rules)
{
    /// <summary>Whether the settings hold here.</summary>
    public bool Selects(string path, LintSubject subject)
        => (Paths.IsEmpty || Paths.Any(p => p.IsMatch(path)))
            && (Kinds.IsEmpty || Kinds.Contains(subject.Kind))
            && Labels.All(wanted => subject.Labels.Any(l => l.Name == wanted.Name && wanted.Pattern.IsMatch(l.Value)));
}
