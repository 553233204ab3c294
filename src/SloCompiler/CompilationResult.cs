using System.Collections.Immutable;
using SloCompiler.BackEnds;
using SloCompiler.Checks.Settings;
using SloCompiler.Input;
using SloCompiler.Language.Model;
using SloCompiler.Language.RuleFiles;
using SloCompiler.Online;
using SloCompiler.Output;
using SloCompiler.Plan;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler;

/// <summary>What a compilation gave. The same for the same files, however many threads ran; only the time differs.</summary>
public sealed record CompilationResult
{
    /// <summary>The project.</summary>
    public required ProjectLocation Project { get; init; }

    /// <summary>The specs that could be read; null where settings or files kept them from being read at all.</summary>
    public SpecSet? Specs { get; init; }

    /// <summary>The rule files that could be read, by ordinal order of their paths.</summary>
    public ImmutableArray<RuleFile> Rules { get; init; } = [];

    /// <summary>Paths, in the project, of the specs, rule files and dashboards that findings were wanted of, by ordinal order.</summary>
    public ImmutableArray<string> Checked { get; init; } = [];

    /// <summary>The settings of the linter.</summary>
    public LintSettings Lint { get; init; } = LintSettings.Default;

    /// <summary>The plan; null where an error kept it from being built.</summary>
    public CompilationPlan? Plan { get; init; }

    /// <summary>The generated files by ordinal order of their paths; none where there is an error.</summary>
    public ImmutableArray<OutputFile> Files { get; init; } = [];

    /// <summary>Where <see cref="Files"/> go; null where the settings name no place that may be written to.</summary>
    public OutputTarget? Target { get; init; }

    /// <summary>The findings, in the order in which they are printed.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>What a server says of it; null where none was asked.</summary>
    public OnlineReport? Online { get; init; }

    /// <summary>Counts for people.</summary>
    public required CompilationSummary Summary { get; init; }

    /// <summary>Whether something is wrong that keeps output from being written.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>Counts of a compilation.</summary>
/// <param name="SpecFiles">Spec files read.</param>
/// <param name="Services">Services compiled.</param>
/// <param name="Slos">Objectives compiled.</param>
/// <param name="RecordingRules">Recording rules generated.</param>
/// <param name="Alerts">Alerting rules generated.</param>
/// <param name="Elapsed">Time that it took.</param>
public sealed record CompilationSummary(
    int SpecFiles,
    int Services,
    int Slos,
    int RecordingRules,
    int Alerts,
    TimeSpan Elapsed)
{
    /// <summary>Rule files read.</summary>
    public int RuleFiles { get; init; }

    /// <summary>Dashboards read.</summary>
    public int Dashboards { get; init; }

    /// <summary>Rules in the rule files.</summary>
    public int RulesRead { get; init; }

    /// <summary>Findings that comments suppress.</summary>
    public int Suppressed { get; init; }
}
