using System.Collections.Immutable;
using SloCompiler.Language.RuleFiles;

namespace SloCompiler.Checks.Scopes;

/// <summary>What settings can select by: the kind of rule that a finding is about, and its labels.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Labels">Labels of the rule and its group; empty where the finding is not about a rule.</param>
public sealed record LintSubject(SubjectKind Kind, ImmutableArray<(string Name, string Value)> Labels)
{
    /// <summary>Neither an alert nor a recording rule.</summary>
    public static LintSubject Other { get; } = new(SubjectKind.Other, []);

    /// <summary>A rule of a rule file.</summary>
    public static LintSubject Of(Rule rule, RuleGroup group) => new(
        rule is AlertingRule ? SubjectKind.Alert : SubjectKind.Record,
        [.. group.LabelsOf(rule).Select(l => (l.Name, l.Value))]);
}

/// <summary>Kinds of what a finding is about.</summary>
public enum SubjectKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>An alerting rule.</summary>
    Alert,

    /// <summary>A recording rule.</summary>
    Record,
}
