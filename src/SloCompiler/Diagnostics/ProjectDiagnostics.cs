using System.Collections.Immutable;
using SloCompiler.Checking;
using SloCompiler.Online;
using SloCompiler.Text.Diagnostics;

namespace SloCompiler.Diagnostics;

/// <summary>The findings on the project as a whole and on its output: SLO045, SLO049–SLO059, and SLO900 for our own bugs.</summary>
public static class ProjectDiagnostics
{
    /// <summary>The output folder is outside the project.</summary>
    public static DiagnosticDescriptor OutputOutsideProject { get; } = new(
        "SLO050", "output-outside-project", Severity.Error,
        "The output folder of slo.yaml leads out of the project.",
        "A spec under review must not be able to make a build write anywhere on the machine.",
        "Name a folder inside the project, or give the folder on the command line with --output.");

    /// <summary>Something to read is outside the project.</summary>
    public static DiagnosticDescriptor InputOutsideProject { get; } = new(
        "SLO049", "input-outside-project", Severity.Error,
        "A pattern of slo.yaml, or a link in the project, leads to files outside the project.",
        "Whoever may change a project could have any file of the machine read, and its lines shown in findings.",
        "Move the files into the project, or name them on the command line.");

    /// <summary>An output path goes through a link.</summary>
    public static DiagnosticDescriptor OutputThroughLink { get; } = new(
        "SLO051", "output-through-link", Severity.Error,
        "A file or folder of the output is a symbolic link.",
        "Writing through it would change files outside the output folder.",
        "Replace the link by a folder, or give the real folder with --output.");

    /// <summary>An unknown target was asked for.</summary>
    public static DiagnosticDescriptor UnknownTarget { get; } = new(
        "SLO052", "unknown-target", Severity.Error,
        "A target is named that slo does not have.",
        "Its output would silently be missing.",
        "Name one of the targets that slo compile --help lists.");

    /// <summary>Two back ends want the same file.</summary>
    public static DiagnosticDescriptor OutputCollision { get; } = new(
        "SLO053", "output-collision", Severity.Error,
        "Two outputs have the same path, at least where case does not count.",
        "One of them would overwrite the other.",
        "Rename one of the services.");

    /// <summary>A target that shows what no rule records.</summary>
    public static DiagnosticDescriptor TargetNeedsNativeRules { get; } = new(
        "SLO045", "target-needs-native-rules", Severity.Warning,
        "A target is named whose files are about native rules, but `profile` asks for the rules of another tool.",
        "Its dashboards, tests or inhibitions would read series and labels that do not exist.",
        "Take the target out and keep the dashboards and routes of the other tool, or write native rules.");

    /// <summary>slo failed.</summary>
    public static DiagnosticDescriptor InternalError { get; } = new(
        "SLO900", "internal-error", Severity.Error,
        "A part of slo failed.",
        "This is a bug in slo, not in your files; what that part would have found or written is missing.",
        "Please report it with the file that it is about and the message.");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [InputOutsideProject, OutputOutsideProject, OutputThroughLink, UnknownTarget, OutputCollision, TargetNeedsNativeRules, InternalError];

    private static readonly ImmutableArray<DiagnosticDescriptor> Environmental =
    [
        TextDiagnostics.FileNotFound, TextDiagnostics.FileUnreadable, TextDiagnostics.PathIsADirectory, TextDiagnostics.SpecsNotFound,
        TextDiagnostics.OutputNotWritable, InputOutsideProject, OutputOutsideProject, OutputThroughLink, UnknownTarget,
        CheckDiagnostics.InvalidBaseline, CheckDiagnostics.UnknownRevision,
    ];

    /// <summary>Whether a finding is about usage, settings or I/O rather than about what specs say.</summary>
    public static bool IsEnvironmental(DiagnosticDescriptor descriptor) => Environmental.Contains(descriptor) || ServerDiagnostics.All.Contains(descriptor);
}
