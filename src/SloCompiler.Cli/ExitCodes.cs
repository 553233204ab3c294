using System.Collections.Immutable;
using SloCompiler.Diagnostics;
using SloCompiler.Language.Formatting;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Cli;

/// <summary>The exit codes, which scripts rely on.</summary>
public static class ExitCodes
{
    /// <summary>Nothing to complain about.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above the threshold, or stale output.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, settings or I/O.</summary>
    public const int Usage = 2;

    /// <summary>A bug in slo.</summary>
    public const int Bug = 3;

    /// <summary>The exit code of findings: the gravest kind decides.</summary>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="configPath">Path of the settings file, whose errors are wrong settings; null where there is none.</param>
    /// <param name="threshold">The least severity that counts.</param>
    public static int Of(ImmutableArray<Diagnostic> diagnostics, string? configPath, Severity threshold = Severity.Error)
    {
        if (diagnostics.Any(d => d.Descriptor == ProjectDiagnostics.InternalError || d.Descriptor == FormattingDiagnostics.MeaningChanged))
        {
            return Bug;
        }

        var errors = diagnostics.Where(d => d.Severity == Severity.Error);
        if (errors.Any(d => ProjectDiagnostics.IsEnvironmental(d.Descriptor) || d.Span.Source.Path == configPath))
        {
            return Usage;
        }

        return diagnostics.Any(d => d.Severity >= threshold) ? Findings : Clean;
    }
}
