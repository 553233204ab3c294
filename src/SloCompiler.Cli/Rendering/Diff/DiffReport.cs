using System.Collections.Immutable;
using SloCompiler.Diffing;
using SloCompiler.Diffing.Rules;
using SloCompiler.Diffing.Slos;
using SloCompiler.Explaining;

namespace SloCompiler.Cli.Rendering.Diff;

/// <summary>Puts a difference into sections: SLOs, other rules, cost.</summary>
internal static class DiffReport
{
    // Those say it all of an SLO that is new or gone.
    private static readonly string[] Promise = ["objective", "window", "indicator"];

    /// <summary>The report.</summary>
    public static DiffPage Of(ProjectDiff diff)
    {
        var sections = diff.Slos.Select(Of)
            .Concat(diff.Services.Select(s => Of(s, $"{s.Name}: rules of no SLO")))
            .Concat(diff.Rules.IsEmpty ? [] : [Of(diff.Rules, "Rule files")])
            .Concat(CostReportOf(diff));
        return new DiffPage($"{diff.Old} → {diff.New}", DiffWords.Summary(diff), [.. sections]);
    }

    private static DiffSection Of(SloDiff slo) => new(
        $"{slo.Service}/{slo.Name} {DiffWords.Of(slo.Kind)}",
        [
            .. Table(["field", "before", "after"], slo.Fields.Where(f => IsTold(slo, f)).Select(Row)),
            .. slo.Kind == ChangeKind.Changed ? Table(["tier", "field", "before", "after"], slo.Tiers.SelectMany(TierRows)) : [],
            .. slo.Kind == ChangeKind.Changed ? Table(["burn alert", "in an incident of", "before", "after", "so it is"], FiringRows(slo)) : [],
            .. Rules(slo),
            .. History(slo.History, slo),
        ]);

    private static bool IsTold(SloDiff slo, FieldChange field) => slo.Kind == ChangeKind.Changed || Promise.Contains(field.Field);

    private static IEnumerable<ImmutableArray<string>> TierRows(TierChange tier)
        => tier.Kind == ChangeKind.Changed
            ? tier.Fields.Select(f => Row(f).Insert(0, $"{tier.Severity} {tier.Tier}"))
            : [[$"{tier.Severity} {tier.Tier}", DiffWords.Of(tier.Kind), Windows(tier, before: true), Windows(tier, before: false)]];

    // 14.4 over 1h and 5m.
    private static string Windows(TierChange tier, bool before)
    {
        string? Of(string field) => tier.Fields.FirstOrDefault(f => f.Field == field) is { } found ? (before ? found.Before : found.After) : null;
        return Of("burn_rate") is { } rate ? $"{rate} over {Of("long_window")} and {Of("short_window")}" : DiffWords.Value(null);
    }

    // Who is woken when is told by the first alert; a single tier only where that stays the same.
    private static IEnumerable<ImmutableArray<string>> FiringRows(SloDiff slo)
        => slo.Firing.SelectMany(f => f.Firing.Select(t => Row($"first {f.Severity}", t)))
            .Concat(slo.Tiers.Where(t => !slo.Firing.Any(f => f.Severity == t.Severity)).SelectMany(t => t.Firing.Select(f => Row($"{t.Severity} {t.Tier}", f))));

    private static ImmutableArray<string> Row(string alert, FiringChange firing)
        => [alert, DiffWords.Of(firing.Incident), DiffWords.Time(firing.BeforeSeconds), DiffWords.Time(firing.AfterSeconds), DiffWords.Of(firing)];

    private static ImmutableArray<string> Row(FieldChange field) => [field.Field, DiffWords.Value(field.Before), DiffWords.Value(field.After)];

    // Compiled rules follow from the fields; what they are in full is in the JSON.
    private static IEnumerable<DiffBlock> Rules(SloDiff slo)
    {
        var counts = slo.Rules.CountBy(r => r.Kind).OrderBy(c => c.Key).Select(c => $"{c.Value} {DiffWords.Of(c.Key)}");
        if (!slo.Rules.IsEmpty)
        {
            var named = slo.Kind == ChangeKind.Changed ? slo.Rules.Where(r => r.Kind != ChangeKind.Changed || !IsOfTier(slo, r)) : [];
            yield return new DiffList($"rules: {string.Join(", ", counts)}", [.. named.Select(Line)]);
        }
    }

    private static bool IsOfTier(SloDiff slo, RuleChange change)
        => !slo.Tiers.IsEmpty && change.Rule.IsAlert && change.Rule.Labels.Any(l => l.Name == "tier" && slo.Tiers.Any(t => t.Tier == l.Value));

    private static string Line(RuleChange change)
    {
        var fields = change.Fields.IsEmpty ? "" : $": {string.Join(", ", change.Fields.Select(f => f.Field))}";
        var timing = change.Timing is { } known ? $" ({DiffWords.Of(known)})" : "";
        return $"{DiffWords.Sign(change.Kind)} {DiffWords.Of(change.Rule)}{fields}{timing}";
    }

    private static DiffSection Of(RuleSetDiff set, string title) => new(
        title,
        [
            .. set.Groups.SelectMany(g => Table([$"group {Place(g.File, g.Group)}", "before", "after"], g.Fields.Select(Row))),
            .. set.Rules.SelectMany(Of),
            .. History(set.History, null),
        ]);

    private static IEnumerable<DiffBlock> Of(RuleChange change)
    {
        var timing = change.Timing is { } known ? $"; it {DiffWords.Of(known)}" : "";
        yield return new DiffList($"{DiffWords.Sign(change.Kind)} {DiffWords.Of(change.Rule)} in {Place(change.Rule.File, change.Rule.Group)}{timing}", []);
        foreach (var table in Table(["field", "before", "after"], change.Fields.Select(Row)))
        {
            yield return table;
        }
    }

    private static string Place(string file, string group) => file.Length == 0 ? group : $"{file}, {group}";

    private static IEnumerable<DiffBlock> History(ImmutableArray<SeriesChange> history, SloDiff? slo)
    {
        string[] mixed = slo?.MixedFor is { } window
            ? [$"goes on under another meaning: for {window} the budget counts what the old indicator counted"]
            : [];
        ImmutableArray<string> lines = [.. mixed, .. history.Where(h => !h.IsConstant && h.Kind != ChangeKind.Added).Concat(Begun(history)).Select(DiffWords.Of)];
        if (!lines.IsEmpty && slo is not { Kind: ChangeKind.Added })
        {
            yield return new DiffList("recorded history", lines);
        }
    }

    private static IEnumerable<SeriesChange> Begun(ImmutableArray<SeriesChange> history) => history.Where(h => !h.IsConstant && h.Kind == ChangeKind.Added);

    private static IEnumerable<DiffSection> CostReportOf(ProjectDiff diff)
    {
        if (!diff.Cost.IsChange && diff.ServiceCosts.IsEmpty)
        {
            yield break;
        }

        var rows = diff.ServiceCosts.Append(diff.Cost).Select(c => (ImmutableArray<string>)
        [
            c.Service.Length == 0 ? "total" : c.Service,
            Delta(c.Before.Rules, c.After.Rules),
            Delta(c.Before.Series, c.After.Series),
            Delta(c.Before.Samples, c.After.Samples),
            Delta(c.Before.SamplesPerSecond, c.After.SamplesPerSecond),
        ]);
        yield return new DiffSection("Cost", [.. Table(["service", "rules", "series", "samples per evaluation", "samples/s"], rows)]);
    }

    // 19 → 21 (+2)
    private static string Delta(decimal before, decimal after)
        => before == after ? Figure(after) : $"{Figure(before)} → {Figure(after)} ({(after > before ? "+" : "-")}{Figure(Math.Abs(after - before))})";

    private static string Figure(decimal number) => HumanNumbers.Count(Math.Round(number, 2));

    private static IEnumerable<DiffBlock> Table(ImmutableArray<string> titles, IEnumerable<ImmutableArray<string>> rows)
    {
        ImmutableArray<ImmutableArray<string>> all = [.. rows];
        return all.IsEmpty ? [] : [new DiffTable(titles, all)];
    }
}
