using SloCompiler.Diffing.Git;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Dashboards;
using SloCompiler.Processes;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Diffing;

/// <summary>One side of a comparison, compiled.</summary>
/// <param name="Name">As the user names it.</param>
/// <param name="Result">What it compiled to.</param>
/// <param name="Base">Absolute path of the folder that paths of files are told from.</param>
/// <param name="IsFile">Whether the side is a single file, whose name does not matter.</param>
internal sealed record ReadSide(string Name, CompilationResult Result, string Base, bool IsFile)
{
    /// <summary>
    /// Whether the side cannot be compared: an error in specs or settings would make objectives look removed. An error in a rule file that
    /// was read concerns one rule, dashboards are not compared, and a side without any files is an empty one.
    /// </summary>
    public bool IsBroken => Result.Diagnostics.Any(d => d.Severity == Severity.Error && d.Descriptor != TextDiagnostics.SpecsNotFound && !IsHarmless(d));

    /// <summary>Whether there is nothing to compare.</summary>
    public bool IsEmpty => Result.Diagnostics.Any(d => d.Descriptor == TextDiagnostics.SpecsNotFound);

    /// <summary>A file as both sides name it.</summary>
    /// <param name="projectPath">Its path in the project.</param>
    public string NameOf(string projectPath) => IsFile ? "" : PathText.Relative(Base, Result.Project.ToAbsolute(projectPath));

    private bool IsHarmless(Diagnostic finding)
        => Result.Rules.Any(r => r.Source.Path == finding.Span.Source.Path)
            || (DashboardDetector.IsCandidate(finding.Span.Source.Path) && DashboardDetector.IsDashboard(finding.Span.Source.Content));
}

/// <summary>Compiles the sides of a comparison.</summary>
/// <param name="files">The files of the machine.</param>
/// <param name="processes">Runs git.</param>
/// <param name="clock">Measures time.</param>
/// <param name="asked">How many threads there are, and who is told how far they are.</param>
internal sealed class SideReader(IFileSystem files, IProcessRunner processes, TimeProvider clock, DiffRequest asked)
{
    /// <summary>Compiles a side; null, with the reason, where its files cannot be found.</summary>
    public ReadSide? Read(DiffSide side, out string reason)
    {
        reason = "";
        if (side.Commit is null)
        {
            return ReadFrom(files, side, files.WorkingFolder, ref reason);
        }

        var git = new GitRepository(processes, files.WorkingFolder);
        if (git.Prefix is not { } prefix || git.Files(side.Commit) is not { } entries || git.OpenBlobs() is not { } conversation)
        {
            reason = $"git does not tell the files of {side.Name}";
            return null;
        }

        using var blobs = new BlobReader(conversation);
        var root = PathText.Combine(files.WorkingFolder, string.Concat(Enumerable.Repeat("../", prefix.Count(c => c == '/'))) + ".");
        return ReadFrom(new GitTreeFiles(root, files.WorkingFolder, entries, blobs), side, root, ref reason);
    }

    private ReadSide? ReadFrom(IFileSystem from, DiffSide side, string start, ref string reason)
    {
        if (side.Path is not { } path)
        {
            return Compile(from, side, from.WorkingFolder, null);
        }

        var place = PathText.Combine(path is ['.', ..] ? from.WorkingFolder : start, path);
        switch (from.GetKind(place))
        {
            case FileKind.Folder:
                return Compile(from, side, place, null);
            case FileKind.File:
                return Compile(from, side, PathText.FolderOf(place), place[(place.LastIndexOf('/') + 1)..]);
            default:
                reason = $"{side.Name} does not exist";
                return null;
        }
    }

    // A folder with settings, or below some, is the project that they describe; of others all is read.
    private ReadSide Compile(IFileSystem from, DiffSide side, string folder, string? file)
    {
        var seen = new FilesFromFolder(from, folder);
        var isProject = side.Path is null
            ? ProjectLocator.Locate(seen, []).ConfigPath is not null
            : from.GetKind(PathText.Combine(folder, ProjectLocation.ConfigName)) == FileKind.File;
        var request = new CompilationRequest
        {
            Paths = file is not null ? [file] : isProject ? [] : ["."],
            CheckRules = true,
            Lints = false,
            Generate = false,
            Threads = asked.Threads,
            Progress = asked.Progress,
        };
        var result = Compilation.Run(request, seen, clock);
        return new ReadSide(side.Name, result, isProject && file is null ? result.Project.Root : folder, file is not null);
    }
}
