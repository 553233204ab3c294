using System.Collections.Immutable;
using SloCompiler.Diagnostics;
using SloCompiler.Files;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;
using SloCompiler.Text.Yaml;

namespace SloCompiler.Input;

/// <summary>Reads files of the project as texts, several at once. What cannot be read is reported and left out.</summary>
public sealed class SourceLoader(IFileSystem files, ProjectLocation project, Workers workers)
{
    private readonly ProjectBoundary _boundary = new(files, project.Root);

    /// <summary>The texts in the order of the paths.</summary>
    public ImmutableArray<SourceText> Load(ImmutableArray<string> projectPaths, DiagnosticBag diagnostics)
    {
        return Found<SourceText>.Collect(workers.Map(projectPaths, LoadOne), diagnostics);
    }

    private Found<SourceText> LoadOne(string path)
    {
        var findings = new DiagnosticBag();
        if (LeavesProject(path))
        {
            findings.Report(ProjectDiagnostics.InputOutsideProject, new SourceText(path, "").StartOfFile, $"{project.ToDisplay(path)} leads out of the project.");
            return new Found<SourceText>(null, findings);
        }

        var outcome = files.Read(project.ToAbsolute(path), YamlLimits.MaxFileSize);
        if (outcome.Problem is { } problem)
        {
            findings.Report(KindOf(problem), new SourceText(path, "").StartOfFile, $"{project.ToDisplay(path)} {problem.Message}.");
        }

        var text = outcome.Value is { } bytes ? SourceTextReader.Decode(path, bytes, findings) : null;
        return new Found<SourceText>(text, findings);
    }

    // Who names a file outside the project on the command line wants it.
    private bool LeavesProject(string path)
        => PathText.LeadsOut(path) ? !project.GivenPaths.ContainsKey(path) : !_boundary.Holds(path);

    /// <summary>The kind of finding for a file that cannot be read.</summary>
    internal static DiagnosticDescriptor KindOf(FileProblem problem) => problem.Kind switch
    {
        FileProblemKind.NotFound => TextDiagnostics.FileNotFound,
        FileProblemKind.TooLarge => TextDiagnostics.FileTooLarge,
        FileProblemKind.IsFolder => TextDiagnostics.PathIsADirectory,
        _ => TextDiagnostics.FileUnreadable,
    };
}
