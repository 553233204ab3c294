using SloCompiler.Diagnostics;
using SloCompiler.Files;
using SloCompiler.Input;
using SloCompiler.Language.Project;
using SloCompiler.Text;
using SloCompiler.Text.Diagnostics;
using SloCompiler.Text.Paths;

namespace SloCompiler.Output;

/// <summary>Where output goes.</summary>
/// <param name="Folder">Absolute path of the output folder.</param>
/// <param name="Display">The folder as the user names it.</param>
/// <param name="ProjectPath">The folder seen from the project.</param>
/// <param name="Boundary">Absolute path of the folder below which no link is followed.</param>
/// <param name="IsComplete">Whether the output is that of the whole project, so that other generated files are leftovers.</param>
public sealed record OutputTarget(string Folder, string Display, string ProjectPath, string Boundary, bool IsComplete)
{
    /// <summary>A file of the output as the user names it.</summary>
    public string ToDisplay(string outputPath) => PathText.Combine(Display, outputPath);

    /// <summary>Says that a file cannot be written, and why.</summary>
    internal string CannotWrite(string outputPath, FileProblem problem, IFileSystem files)
        => $"{ToDisplay(outputPath)} cannot be written: {Why(problem, files)}.";

    /// <summary>Says that a file cannot be removed, and why.</summary>
    internal string CannotRemove(string outputPath, FileProblem problem, IFileSystem files)
        => $"{ToDisplay(outputPath)} cannot be removed: {Why(problem, files)}.";

    /// <summary>The place of findings on a file of the output.</summary>
    internal SourceSpan PlaceOf(string outputPath) => new SourceText(PathText.Combine(ProjectPath, outputPath), "").StartOfFile;

    /// <summary>The folder of the command line, or that of the settings, which must lie in the project.</summary>
    internal static OutputTarget? Resolve(
        CompilationRequest request,
        ProjectConfig config,
        ProjectLocation project,
        DiagnosticBag diagnostics)
    {
        var isComplete = request.Paths.IsEmpty && request.Targets.IsEmpty;
        if (request.Output is { } given)
        {
            var folder = PathText.Combine(project.WorkingFolder, given);
            return new OutputTarget(folder, PathText.Normalize(given), PathText.Relative(project.Root, folder), folder, isComplete);
        }

        if (PathText.LeadsOut(config.Output))
        {
            diagnostics.Report(
                ProjectDiagnostics.OutputOutsideProject,
                new SourceText(project.ConfigPath ?? ".", "").StartOfFile,
                $"The output folder \"{config.Output}\" is outside the project.");
            return null;
        }

        var inside = project.ToAbsolute(config.Output);
        return new OutputTarget(inside, PathText.Relative(project.WorkingFolder, inside), config.Output, project.Root, isComplete);
    }

    private string Why(FileProblem problem, IFileSystem files)
        => files.GetKind(Folder) == FileKind.File ? $"{Display} is a file" : $"it {problem.Message}";
}
