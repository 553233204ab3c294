using System.Collections.Immutable;
using SloCompiler.Checks.Scopes;
using SloCompiler.Plan.Rules;
using SloCompiler.Plan.Slos;
using SloCompiler.PromQL.Syntax;
using SloCompiler.Text;

namespace SloCompiler.Online.Parts;

/// <summary>A rule of the project, whether it is written or compiled.</summary>
/// <param name="Name">What it records, or the name of the alert.</param>
/// <param name="IsAlert">Whether it is an alert.</param>
/// <param name="Expr">Its expression.</param>
/// <param name="Labels">Its labels as <c>name=value</c>, by ordinal order.</param>
/// <param name="Owner">The objective, the service or the file that it belongs to.</param>
/// <param name="Place">Where findings on it stand.</param>
/// <param name="Subject">What settings select findings on it by.</param>
internal sealed record ProjectRule(string Name, bool IsAlert, PromQlExpr Expr, ImmutableArray<string> Labels, string Owner, SourceSpan Place, LintSubject Subject)
{
    /// <summary>The objective of a compiled rule; null for others.</summary>
    public SloPlan? Slo { get; init; }

    /// <summary>The labels that tell the alerts of an objective apart.</summary>
    public string Title { get; init; } = "";

    /// <summary>What tells it from other rules.</summary>
    public string Key => KeyOf(Name, IsAlert, Labels);

    /// <summary>What tells a rule from others.</summary>
    public static string KeyOf(string name, bool isAlert, IEnumerable<string> labels) => $"{(isAlert ? 'a' : 'r')} {name} {string.Join('\n', labels)}";

    /// <summary>All rules of a project whose files are wanted, in the order of specs and files.</summary>
    public static ImmutableArray<ProjectRule> Of(OnlineInput input) => [.. Compiled(input), .. Written(input)];

    private static IEnumerable<ProjectRule> Compiled(OnlineInput input)
    {
        foreach (var service in (input.Plan?.Services ?? []).Where(s => input.IsWanted(s.SpecPath)))
        {
            var bySlo = service.Slos.SelectMany(slo => slo.GroupNames.Select(g => KeyValuePair.Create(g, slo))).ToDictionary(StringComparer.Ordinal);
            foreach (var group in service.Groups)
            {
                var slo = bySlo.GetValueOrDefault(group.Name);
                foreach (var rule in group.Rules)
                {
                    yield return Of(rule, service.Service, slo);
                }
            }
        }
    }

    private static ProjectRule Of(PlannedRule rule, string service, SloPlan? slo)
    {
        var alert = rule as AlertingRule;
        var name = alert?.Alert ?? (rule as RecordingRule)?.Record ?? "";
        var words = rule.Labels.Where(l => l.Name is SeriesNames.SeverityLabel or SeriesNames.TierLabel).Select(l => l.Value);
        return new ProjectRule(
            name,
            alert is not null,
            rule.Expr,
            [.. rule.Labels.Select(l => $"{l.Name}={l.Value}").Order(StringComparer.Ordinal)],
            slo is null ? service : $"{slo.Service}/{slo.Name}",
            rule.Origin,
            alert is null ? LintSubject.Other : LintSubject.AlertOfSpec)
        {
            Slo = slo,
            Title = alert is null ? name : $"{name} ({string.Join(", ", words)})",
        };
    }

    private static IEnumerable<ProjectRule> Written(OnlineInput input)
        => from file in input.Lint.RuleFiles
           where input.IsWanted(file.Source.Path)
           from grouping in file.Groups
           from rule in grouping.Rules
           let expr = rule.Expr.Expr
           where expr is not null
           select new ProjectRule(
               rule.Name.Value,
               rule is Language.RuleFiles.AlertingRule,
               expr,
               [.. grouping.LabelsOf(rule).Select(l => $"{l.Name}={l.Value}").Order(StringComparer.Ordinal)],
               input.Project.ToDisplay(file.Source.Path),
               rule.Name.Span,
               LintSubject.Of(rule, grouping))
           {
               Title = rule.Name.Value,
           };
}
