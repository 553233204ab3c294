using System.Globalization;
using SloCompiler.Output;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli.Rendering;

/// <summary>The last line that a command prints.</summary>
internal static class Summaries
{
    /// <summary>How many findings, without a full stop.</summary>
    /// <param name="result">The findings.</param>
    /// <param name="least">The least severity that was shown.</param>
    public static string Findings(CompilationResult result, Severity least)
    {
        var counts = new[]
        {
            Count(result.Diagnostics.Count(d => d.Severity == Severity.Error), "error"),
            Count(result.Diagnostics.Count(d => d.Severity == Severity.Warning), "warning"),
            Count(result.Diagnostics.Count(d => d.Severity == Severity.Info), least > Severity.Info ? "hidden note" : "note"),
        };
        var findings = string.Join(", ", counts.Where(c => !c.StartsWith("0 ", StringComparison.Ordinal)));
        var suppressed = result.Summary.Suppressed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {result.Summary.Suppressed} suppressed") : "";
        return $"{(findings.Length == 0 ? "No findings" : findings)} in {Files(result.Summary)}{suppressed}";
    }

    /// <summary>The time that it took, behind <see cref="Compiled"/>.</summary>
    public static string Took(TimeSpan elapsed) => $" ({elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s).\n";

    /// <summary>What was compiled and written, without the time that it took.</summary>
    public static string Compiled(CompilationResult result, OutputReport report, bool isCheck)
    {
        var summary = result.Summary;
        return $"{Count(summary.SpecFiles, "spec file")}: {Count(summary.Services, "service")}, {Count(summary.Slos, "SLO")} -> "
            + $"{Count(summary.RecordingRules, "recording rule")}, {Count(summary.Alerts, "alert")}, {Count(report.Panels, "panel")}.\n"
            + (isCheck ? $"{Output(result)}, up to date" : Written(result, report));
    }

    /// <summary>What was written, without a full stop.</summary>
    public static string Written(CompilationResult result, OutputReport report)
    {
        var orphans = report.Changes.Count(c => c.Kind == OutputChangeKind.Orphaned);
        var removed = orphans > 0 ? $", {orphans} removed" : "";
        return $"{Output(result)}, {report.Changes.Length - orphans} written{removed}, {report.Unchanged} unchanged";
    }

    /// <summary>What was reported and written.</summary>
    public static string Reported(CompilationResult result, OutputReport report)
        => $"{Count(result.Summary.Slos, "SLO")} of {Count(result.Summary.Services, "service")}.\n"
            + $"{Written(result, report)}; start with {result.Target?.ToDisplay("index.html")}.\n";

    private static string Output(CompilationResult result) => $"{result.Target?.Display}: {Count(result.Files.Length, "file")}";

    private static string Files(CompilationSummary summary)
    {
        List<string> parts = [];
        if (summary.SpecFiles > 0 || summary.RuleFiles + summary.Dashboards == 0)
        {
            parts.Add(Count(summary.SpecFiles, "spec file"));
        }

        if (summary.RuleFiles > 0)
        {
            parts.Add(Count(summary.RuleFiles, "rule file") + (parts.Count == 0 && summary.Dashboards == 0 ? $" with {Count(summary.RulesRead, "rule")}" : ""));
        }

        if (summary.Dashboards > 0)
        {
            parts.Add(Count(summary.Dashboards, "dashboard"));
        }

        return parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";
    }

    private static string Count(int number, string noun)
        => $"{number.ToString(CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";
}
