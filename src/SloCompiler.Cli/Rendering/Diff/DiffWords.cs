using SloCompiler.Diffing;
using SloCompiler.Diffing.Rules;
using SloCompiler.Diffing.Slos;
using SloCompiler.Explaining;

namespace SloCompiler.Cli.Rendering.Diff;

/// <summary>Differences in words.</summary>
internal static class DiffWords
{
    private const string None = "–";

    /// <summary>What became of something.</summary>
    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        ChangeKind.Changed => "changed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The sign of a difference, as in patches.</summary>
    public static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "-",
        ChangeKind.Changed => "~",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A value, or a dash for none.</summary>
    public static string Value(string? value) => value switch
    {
        null => None,
        "" => "\"\"",
        _ => value,
    };

    /// <summary>A number of things, such as <c>2 rules</c>.</summary>
    public static string Count(int count, string what) => $"{HumanNumbers.Count(count)} {what}{(count == 1 ? "" : "s")}";

    /// <summary>An incident: how fast it burns, and the share of errors.</summary>
    public static string Of(Incident incident)
        => incident.BurnRate is { } rate ? $"{HumanNumbers.Exact(rate)}× budget ({HumanNumbers.Percent(incident.ErrorRatio)} errors)" : "total failure";

    /// <summary>A time to fire.</summary>
    public static string Time(decimal? seconds) => seconds is { } known ? HumanNumbers.Time(known) : "never";

    /// <summary>What the difference of two times to fire means.</summary>
    public static string Of(FiringChange firing) => firing switch
    {
        { LaterBySeconds: > 0 and var later } => $"{HumanNumbers.Time(later)} later",
        { LaterBySeconds: { } earlier } => $"{HumanNumbers.Time(-earlier)} earlier",
        { BeforeSeconds: null } => "fires now",
        _ => "fires no more",
    };

    /// <summary>Whether an alert fires earlier or later.</summary>
    public static string Of(AlertTiming timing)
    {
        var word = timing.IsLater ? "later" : "earlier";
        return timing.BySeconds is { } seconds ? $"fires {HumanNumbers.Time(seconds)} {word}"
            : timing.IsLater ? "fires later, for worse values only" : "fires earlier, for better values already";
    }

    /// <summary>A rule by its name; an alert with its labels, which tell it from others of the name.</summary>
    public static string Of(RuleView rule)
    {
        var labels = rule.IsAlert && !rule.Labels.IsEmpty ? $" {{{string.Join(", ", rule.Labels.Select(l => $"{l.Name}={l.Value}"))}}}" : "";
        return $"{(rule.IsAlert ? "alert" : "record")} {rule.Name}{labels}";
    }

    /// <summary>What becomes of the history of a series.</summary>
    public static string Of(SeriesChange series)
    {
        var since = series.ReadOver is { } range ? $"; ranges over it are complete after {range}" : "";
        return series.Kind switch
        {
            ChangeKind.Added => $"begins: {series.After}{since}",
            ChangeKind.Removed => $"ends: {series.Before}",
            _ => $"orphaned: {series.Before}, goes on as {series.After}{since}",
        };
    }

    /// <summary>How much differs.</summary>
    public static string Summary(ProjectDiff diff)
    {
        var rules = diff.Services.Append(diff.Rules).Sum(s => s.Rules.Length);
        var slos = string.Join(", ", diff.Slos.CountBy(s => s.Kind).OrderBy(c => c.Key).Select(c => $"{c.Value} {Of(c.Key)}"));
        string[] parts =
        [
            .. slos.Length > 0 ? [$"SLOs: {slos}"] : Array.Empty<string>(),
            .. rules > 0 ? [$"other rules: {HumanNumbers.Count(rules)}"] : Array.Empty<string>(),
            .. diff.Rules.Groups.IsEmpty ? Array.Empty<string>() : [$"groups: {diff.Rules.Groups.Length}"],
        ];
        return parts.Length == 0 ? "No difference." : string.Join("; ", parts) + ".";
    }
}
