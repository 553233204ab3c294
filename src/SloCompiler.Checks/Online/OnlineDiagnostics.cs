using System.Collections.Immutable;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checks.Online;

/// <summary>What a server shows to be wrong with specs and rules: SLO810–SLO859. Settings may change their severity, as that of lint rules.</summary>
public static class OnlineDiagnostics
{
    /// <summary>A metric that never was.</summary>
    public static DiagnosticDescriptor MetricNotOnServer { get; } = Error(
        "SLO810", "metric-not-on-server",
        "A metric is named that the server has not seen, now or in the last week.",
        "What reads it has no data: the objective is never violated, the alert never fires.",
        "Correct the name, or scrape what exposes the metric.");

    /// <summary>A metric that is gone.</summary>
    public static DiagnosticDescriptor MetricGone { get; } = Warning(
        "SLO811", "metric-gone-from-server",
        "A metric is named that the server had in the last week, but has no more.",
        "What reads it has no data now: the program may be down, or it renamed the metric.",
        "Find out whether the program still exposes it; if it was renamed, use the new name.");

    /// <summary>A label that no series has.</summary>
    public static DiagnosticDescriptor LabelNotOnServer { get; } = Error(
        "SLO812", "label-not-on-server",
        "A label is named that no series of the metric has on the server.",
        "A matcher on it finds nothing, and a grouping by it does not group.",
        "Correct the name of the label.");

    /// <summary>A matcher without a match.</summary>
    public static DiagnosticDescriptor MatcherFindsNothing { get; } = Warning(
        "SLO813", "matcher-finds-nothing",
        "The metric has the label, but no series of the last week has a value that the matcher wants.",
        "What reads it has no data. For errors that never happen this is right; for anything else the value is wrong.",
        "Compare the value with those that the server has.");

    /// <summary>Another type.</summary>
    public static DiagnosticDescriptor TypeDiffers { get; } = Error(
        "SLO814", "type-differs-on-server",
        "A metric is used, or described in the catalogue, as another type than the one that its targets expose.",
        "The rate of a gauge and the value of a counter mean nothing.",
        "Use the metric as its type asks for, or correct the catalogue.");

    /// <summary>A bucket that is not there.</summary>
    public static DiagnosticDescriptor BucketNotOnServer { get; } = Error(
        "SLO815", "bucket-not-on-server",
        "The histogram has no bucket that ends at the threshold of the objective.",
        "Without it nobody knows how many events were faster, so no ratio is recorded.",
        "Put the threshold on the bound of a bucket, or add the bucket where the histogram is made.");

    /// <summary>Classic for native.</summary>
    public static DiagnosticDescriptor HistogramKindDiffers { get; } = Error(
        "SLO816", "histogram-kind-differs",
        "A histogram is native on the server and classic in the spec, or the other way round.",
        "They have different series, so the rules find nothing.",
        "Set `native` of the indicator, or scrape the other kind.");

    /// <summary>No data.</summary>
    public static DiagnosticDescriptor SloWithoutData { get; } = Warning(
        "SLO817", "slo-without-data",
        "The indicator of an objective has no events now, though its series exist.",
        "Nothing can be said about the objective, and the alert on missing data will fire.",
        "Check that the selectors of bad and of all events fit together, and that there is traffic.");

    /// <summary>A window of few scrapes.</summary>
    public static DiagnosticDescriptor WindowOfFewScrapes { get; } = Warning(
        "SLO820", "window-of-few-scrapes",
        "A window is shorter than four scrapes of the targets that it is about.",
        "One missed scrape, and the rate is missing or wrong.",
        "Widen the window, scrape more often, or say the scrape interval in the catalogue, so that the base window follows.");

    /// <summary>Beyond retention.</summary>
    public static DiagnosticDescriptor WindowBeyondRetention { get; } = Warning(
        "SLO821", "window-beyond-server-retention",
        "A window or offset reaches further back than the server keeps samples.",
        "What is older is silently left out, so the result is that of a shorter window.",
        "Keep samples for longer (--storage.tsdb.retention.time), or shorten the window.");

    /// <summary>A feature that is off.</summary>
    public static DiagnosticDescriptor FeatureOff { get; } = Error(
        "SLO822", "feature-off-on-server",
        "An expression needs a feature that the server was started without.",
        "The server refuses the whole rule file.",
        "Start it with the flag, or write the expression without the feature.");

    /// <summary>Newer syntax.</summary>
    public static DiagnosticDescriptor SyntaxUnknownToServer { get; } = Error(
        "SLO823", "syntax-unknown-to-server",
        "An expression uses what the release of the server does not know.",
        "The server refuses the whole rule file.",
        "Upgrade the server, or write it as the older release does; `prometheus: { version: … }` in slo.yaml finds this without a server.");

    /// <summary>An interval beyond the lookback.</summary>
    public static DiagnosticDescriptor IntervalBeyondLookback { get; } = Warning(
        "SLO824", "interval-beyond-server-lookback",
        "A group is evaluated, or a target scraped, less often than the server looks back for a sample.",
        "Between two samples the series seems to be gone: expressions on it have no result, and alerts flap.",
        "Shorten the interval, or raise --query.lookback-delta.");

    /// <summary>The server refuses an expression.</summary>
    public static DiagnosticDescriptor ExpressionRefused { get; } = Error(
        "SLO825", "expression-refused-by-server",
        "The server cannot evaluate an expression on the data that it has.",
        "The rule fails at each evaluation, and so does what reads its result.",
        "Correct the expression; the message is that of the server.");

    /// <summary>Rules that are not loaded.</summary>
    public static DiagnosticDescriptor RuleNotLoaded { get; } = Info(
        "SLO830", "rule-not-loaded",
        "Rules are not loaded by the server.",
        "Until they are, nothing is recorded and no alert fires.",
        "Put the files under `rule_files` of the server and reload it; before a first roll-out this is as it should be.");

    /// <summary>Another expression.</summary>
    public static DiagnosticDescriptor LoadedRuleDiffers { get; } = Info(
        "SLO831", "loaded-rule-differs",
        "The server has a rule of this name and these labels with another expression.",
        "What it records and alerts on is not what is written here.",
        "Roll out what is compiled now; before a roll-out this is as it should be.");

    /// <summary>A rule that fails.</summary>
    public static DiagnosticDescriptor RuleFailsOnServer { get; } = Error(
        "SLO832", "rule-fails-on-server",
        "A rule that the server has loaded failed when it was evaluated last.",
        "It records nothing, and it cannot alert.",
        "Correct the expression or the data; the message is that of the server.");

    /// <summary>A slow group.</summary>
    public static DiagnosticDescriptor GroupSlowerThanInterval { get; } = Warning(
        "SLO833", "group-slower-than-interval",
        "The last evaluation of a group took longer than its interval.",
        "Evaluations are skipped: records have gaps, and alerts come late.",
        "Make its rules cheaper, lengthen the interval, or split the group.");

    /// <summary>A dear rule.</summary>
    public static DiagnosticDescriptor CostlyRule { get; } = Warning(
        "SLO840", "costly-rule",
        "One evaluation of a rule reads more than a tenth of the samples that the server allows a query.",
        "It slows down other queries, and with some more series the server will refuse it.",
        "Record a part of it, read fewer series, or shorten its windows.");

    /// <summary>An alert that would fire.</summary>
    public static DiagnosticDescriptor AlertFiresNow { get; } = Info(
        "SLO850", "alert-fires-now",
        "The condition of an alert holds at this moment.",
        "Rolled out now, it notifies somebody as soon as it has held for long enough.",
        "Nothing, if that is what it is for; else, look at the values and at the threshold.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        MetricNotOnServer, MetricGone, LabelNotOnServer, MatcherFindsNothing, TypeDiffers, BucketNotOnServer, HistogramKindDiffers, SloWithoutData,
        WindowOfFewScrapes, WindowBeyondRetention, FeatureOff, SyntaxUnknownToServer, IntervalBeyondLookback, ExpressionRefused,
        RuleNotLoaded, LoadedRuleDiffers, RuleFailsOnServer, GroupSlowerThanInterval, CostlyRule, AlertFiresNow,
    ];

    private static DiagnosticDescriptor Error(string code, string name, string summary, string why, string help) => new(code, name, Severity.Error, summary, why, help);

    private static DiagnosticDescriptor Warning(string code, string name, string summary, string why, string help) => new(code, name, Severity.Warning, summary, why, help);

    private static DiagnosticDescriptor Info(string code, string name, string summary, string why, string help) => new(code, name, Severity.Info, summary, why, help);
}
