using System.Collections.Immutable;
using System.Globalization;
using SloCompiler.Checks.Online;
using SloCompiler.Prometheus.Answers;
using SloCompiler.PromQL.Parsing;
using SloCompiler.PromQL.Rewriting;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Online.Parts;

/// <summary>Holds the rules of the project against those that the server has loaded.</summary>
internal sealed class LoadedRulesPart(OnlineContext context, ImmutableArray<ProjectRule> rules, LoadedRules loaded)
{
    private const int MostNamed = 3;

    /// <summary>Looks at every rule.</summary>
    public void Run()
    {
        if (!loaded.IsKnown)
        {
            return;
        }

        foreach (var rule in rules)
        {
            if (loaded.Find(rule) is { } found)
            {
                Check(rule, found);
            }
        }

        foreach (var owner in rules.GroupBy(r => r.Owner, StringComparer.Ordinal))
        {
            CheckMissing(owner.Key, [.. owner]);
        }

        CheckDurations();
    }

    private void Check(ProjectRule rule, LoadedRule found)
    {
        if (found.Health == "err")
        {
            context.Report(new Diagnostic(OnlineDiagnostics.RuleFailsOnServer, rule.Place, $"{rule.Name} fails on the server: {found.LastError}"), rule.Subject);
        }

        if (PromQlParser.Parse(found.Expression).Expr is { } expr && !PromQlComparer.IgnoringParentheses.Equals(expr, rule.Expr))
        {
            context.Report(new Diagnostic(OnlineDiagnostics.LoadedRuleDiffers, rule.Place, $"The server has {rule.Name} with another expression: {Cut(found.Expression)}"), rule.Subject);
        }
    }

    // One finding for all rules of an objective or file: before a first roll-out none of them is there.
    private void CheckMissing(string owner, ImmutableArray<ProjectRule> all)
    {
        ImmutableArray<ProjectRule> missing = [.. all.Where(r => loaded.Find(r) is null)];
        if (missing is not [var first, ..])
        {
            return;
        }

        if (missing.Length == all.Length)
        {
            context.Report(new Diagnostic(OnlineDiagnostics.RuleNotLoaded, first.Place, $"The server has loaded none of the {Count(all.Length)} rules of {owner}."), first.Subject);
            return;
        }

        var names = string.Join(", ", missing.Select(r => r.Title).Distinct().Take(MostNamed)) + (missing.Length > MostNamed ? ", …" : "");
        context.Report(
            new Diagnostic(OnlineDiagnostics.RuleNotLoaded, first.Place, $"The server has loaded {Count(all.Length - missing.Length)} of the {Count(all.Length)} rules of {owner}, but not {names}.")
            {
                Severity = Severity.Warning,
                Help = "Some of them are there, so the files on the server are old: roll out what is compiled now, and reload the server.",
            },
            first.Subject);
    }

    private void CheckDurations()
    {
        var ours = rules.Where(r => loaded.Find(r) is not null).GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var group in context.Facts.Rules?.Groups ?? [])
        {
            var owner = group.Rules.Select(r => ours.GetValueOrDefault(ProjectRule.KeyOf(r.Name, r.IsAlert, r.Labels.Pairs.Select(l => $"{l.Name}={l.Value}").Order(StringComparer.Ordinal)))).FirstOrDefault(r => r is not null);
            if (owner is not null && group.Interval > TimeSpan.Zero && group.Duration > group.Interval)
            {
                context.Report(
                    new Diagnostic(
                        OnlineDiagnostics.GroupSlowerThanInterval,
                        owner.Place,
                        $"The group {group.Name} took {Seconds(group.Duration)}, but is evaluated every {Seconds(group.Interval)}."),
                    owner.Subject);
            }
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string expression)
    {
        const int Longest = 120;
        var line = string.Join(' ', expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
