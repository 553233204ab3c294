using System.Collections.Immutable;
using SloCompiler.Checks.Settings;
using SloCompiler.Diagnostics;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Checking;

/// <summary>The findings on how a check is run: SLO096–SLO099.</summary>
public static class CheckDiagnostics
{
    /// <summary>An accepted finding is gone.</summary>
    public static DiagnosticDescriptor StaleBaseline { get; } = new(
        "SLO096", "stale-baseline-entry", Severity.Info,
        "The baseline accepts a finding that is not there any more.",
        "As long as it stands there, the same mistake would be accepted again.",
        "Run the check with --update-baseline.");

    /// <summary>A baseline cannot be read.</summary>
    public static DiagnosticDescriptor InvalidBaseline { get; } = new(
        "SLO097", "invalid-baseline", Severity.Error,
        "A baseline file is not what slo writes.",
        "Without it, accepted findings cannot be told from new ones.",
        "Restore it, or write it anew with --update-baseline.");

    /// <summary>Git does not tell what has changed.</summary>
    public static DiagnosticDescriptor UnknownRevision { get; } = new(
        "SLO098", "unknown-revision", Severity.Error,
        "Git does not tell what has changed since a revision.",
        "Without it, new findings cannot be told from old ones.",
        "Name a commit, branch or tag that git rev-parse knows; in a pipeline, fetch enough history.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [StaleBaseline, InvalidBaseline, UnknownRevision];

    /// <summary>
    /// Whether a finding says that something could not be read or checked at all. Whoever asks for a part of the findings would
    /// take silence for a clean result, so such findings are never left out.
    /// </summary>
    public static bool IsAlwaysReported(DiagnosticDescriptor descriptor)
        => TextDiagnostics.All.Contains(descriptor)
            || LintDiagnostics.All.Contains(descriptor)
            || descriptor == ProjectDiagnostics.InternalError
            || ProjectDiagnostics.IsEnvironmental(descriptor);
}
